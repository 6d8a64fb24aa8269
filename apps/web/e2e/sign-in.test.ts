import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../api/src/app.ts'
import { openTransport, type Transport } from '../../api/src/mail/transport.ts'
import { digitsOf } from '../../api/test/support/digits-of.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { catchMails, type MailCatcher } from '../../api/test/support/mail-catcher.ts'
import { readMail } from '../../api/test/support/read-mail.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { startTestProvider, type TestProvider } from '../../api/test/support/test-provider.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'

describe.skipIf(browserIsSkipped)('signing in', () => {
  let running: RunningApp
  let app: Awaited<ReturnType<typeof buildApp>>
  let provider: TestProvider
  let catcher: MailCatcher
  let transport: Transport
  let browser: Browser
  let address: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    running.clock.now = new Date()
    catcher = await catchMails()
    transport = openTransport(catcher.url, 'Chorus <pulse@chorus.example>')
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const { database, vault, marks, secrets, clock } = running
    app = await buildApp({
      database,
      vault,
      marks,
      secrets,
      pagesAt: address,
      loopbackProviders: true,
      channels: null,
      mail: { transport, address, wake: () => undefined, trouble: () => null },
      now: () => clock.now,
      sessionSecret: 'a secret that only tests use, 32 bytes',
      secureCookies: false,
      anonymousHost: null,
      webFolder: join(import.meta.dirname, '../dist'),
      report: (line) => {
        throw new Error(line)
      },
    })
    await app.listen({ host: '127.0.0.1', port })
    provider = await startTestProvider([`${address}/api/sign-in/callback`])
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await provider?.stop()
    await app?.close()
    transport?.close()
    await catcher?.stop()
    await running?.stop()
  })

  async function newPage(cookie?: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en',
      reducedMotion: 'reduce',
    })
    const [name = '', value = ''] = cookie?.split('=') ?? []
    if (cookie) await context.addCookies([{ name, value, url: address }])
    return context.newPage()
  }

  /** Once the start page is there. */
  async function whoIs(page: Page): Promise<string> {
    await page.getByRole('heading', { name: 'Hello Person' }).waitFor()
    return page.evaluate(async () => (await (await fetch('/api/session')).json()).person.email)
  }

  test('an administrator sets the provider up and tries it; an employee comes in by it and leaves it again', async () => {
    const settings = await newPage(await running.signIn('tiny2@test.example'))
    await settings.goto(`${address}/sign-in-settings`)
    await settings.getByLabel('Name on the button').fill('Example account')
    await settings.getByLabel('Issuer').fill(provider.issuer)
    await settings.getByLabel('Client ID').fill(provider.client.clientId)
    await settings.getByLabel('Client secret').fill(provider.client.clientSecret)
    await settings.getByLabel('Show the button').check()
    await settings.getByRole('button', { name: 'Check and save' }).click()
    provider.account = { sub: 'x', claims: { email: 'stranger@test.example', email_verified: true } }
    await settings.getByRole('link', { name: 'Go to the service' }).click()
    await settings.getByText('The claim says: stranger@test.example').waitFor()
    expect(await faultsOf(settings)).toEqual([])
    await settings.context().close()

    const page = await newPage()
    await page.goto(`${address}/sign-in`)
    await page.getByRole('link', { name: 'Sign in with Example account' }).click()
    await page.getByText('you are not on the roster here').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.context().clearCookies()
    provider.account = { sub: 'y', claims: { email: 'blue1@test.example', email_verified: true } }
    await page.getByRole('link', { name: 'Sign in with Example account' }).click()
    await page.waitForURL(`${address}/`)
    expect(await whoIs(page)).toBe('blue1@test.example')

    await running.signIn('blue1@test.example')
    await page.getByRole('link', { name: 'Your devices' }).click()
    await page.getByRole('button', { name: 'Sign out there Another device (1)' }).click()
    await page.getByText('You are signed in nowhere else.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('link', { name: 'Sign out of Example account' }).waitFor()
    await page.context().close()
  })

  test('a link that the laptop asked for opens on the phone with the digits that the laptop shows', async () => {
    const laptop = await newPage()
    await laptop.goto(`${address}/sign-in`)
    await laptop.getByLabel('Your e-mail address at work').fill('red2@test.example')
    await laptop.getByRole('button', { name: 'Send me a link' }).click()
    const digits = (await laptop.locator('.sign-in-code').textContent()) ?? ''
    await expect.poll(() => catcher.caught.length, { timeout: 5_000, interval: 20 }).toBe(1)
    const letter = catcher.caught[0]
    if (!letter) throw new Error('no mail came')
    const link = /https?:\S+\/sign-in#\S+/.exec(readMail(letter.raw).text)?.[0] ?? ''

    const phone = await newPage()
    await phone.goto(link)
    await phone.getByLabel('Six digits').fill(digits === '000000' ? '000001' : '000000')
    await phone.getByRole('button', { name: 'Sign in' }).click()
    await phone.getByText('These are not the digits').waitFor()
    expect(await faultsOf(phone)).toEqual([])
    await phone.getByLabel('Six digits').fill(digits)
    await phone.getByRole('button', { name: 'Sign in' }).click()
    expect(await whoIs(phone)).toBe('red2@test.example')
    await phone.context().close()
    await laptop.context().close()
  })

  test('an administrator sets a password with an app, and comes in by it', async () => {
    const page = await newPage(await running.signIn('tiny2@test.example'))
    await page.goto(`${address}/password`)
    await page.getByRole('button', { name: 'Set up a password' }).click()
    const key = ((await page.locator('.factor-key').textContent()) ?? '').replace('Key: ', '')
    await page.getByLabel('New password').fill('correct horse battery')
    await page.getByLabel('Six digits that the app').fill(digitsOf(key, running.clock.now))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.recovery-codes li').nth(9).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()

    await page.getByText('Administrators: sign in with a password').click()
    const form = page.locator('details form')
    await form.getByLabel('E-mail address').fill('tiny2@test.example')
    await form.getByLabel('Password').fill('correct horse battery')
    await form.getByLabel('Six digits').fill(digitsOf(key, running.clock.now))
    await form.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('do not belong together').waitFor()
    expect(await faultsOf(page)).toEqual([])
    running.clock.now = new Date(running.clock.now.getTime() + 30_000)
    await form.getByLabel('Six digits').fill(digitsOf(key, running.clock.now))
    await form.getByRole('button', { name: 'Sign in' }).click()
    expect(await whoIs(page)).toBe('tiny2@test.example')
    await page.context().close()
  })
})
