import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../api/src/app.ts'
import { type Mailer, startMailer } from '../../api/src/mail/mailer.ts'
import { openTransport, type Transport } from '../../api/src/mail/transport.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { catchMails, type MailCatcher } from '../../api/test/support/mail-catcher.ts'
import { mailCompany } from '../../api/test/support/mail-company.ts'
import { openWaveOverHttp } from '../../api/test/support/play-wave.ts'
import { readMail } from '../../api/test/support/read-mail.ts'
import { type RunningApp, runApp } from '../../api/test/support/running-app.ts'
import { atOnce } from '../../api/test/support/running-mail.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'

describe.skipIf(browserIsSkipped)('an invitation, from the button to the answer page', () => {
  let running: RunningApp
  let app: Awaited<ReturnType<typeof buildApp>>
  let catcher: MailCatcher
  let transport: Transport
  let mailer: Mailer
  let browser: Browser
  let address: string
  let hrCookie: string
  let wave: string

  beforeAll(async () => {
    running = await runApp(mailCompany())
    running.clock.now = new Date()
    hrCookie = await running.signIn('p1@test.example')
    await running.app.inject({
      method: 'PUT',
      url: '/api/mail-settings',
      headers: { cookie: hrCookie },
      payload: atOnce,
    })
    wave = (await openWaveOverHttp(running, hrCookie)).wave
    catcher = await catchMails()
    transport = openTransport(catcher.url, 'Chorus <pulse@chorus.example>')
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const { database, vault, marks, secrets, clock } = running
    const now = () => clock.now
    mailer = startMailer({ ...database, transport, marks, address, now }, (line) => {
      throw new Error(line)
    })
    app = await buildApp({
      database,
      vault,
      marks,
      secrets,
      pagesAt: null,
      channels: null,
      mail: { transport, address, wake: mailer.wake, trouble: mailer.trouble },
      now,
      sessionSecret: 'a secret that only tests use, 32 bytes',
      secureCookies: false,
      anonymousHost: null,
      webFolder: join(import.meta.dirname, '../dist'),
      report: (line) => {
        throw new Error(line)
      },
    })
    await app.listen({ host: '127.0.0.1', port })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await mailer?.stop()
    transport?.close()
    await app?.close()
    await running?.stop()
    await catcher?.stop()
  })

  async function phone() {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    return { page, context }
  }

  test('HR invites, the link in the mail opens the answer page, and the one at its end stops reminders', async () => {
    const hr = await phone()
    await hr.context.addCookies([cookieOf(hrCookie)])
    await hr.page.goto(`${address}/programmes`)
    await hr.page.getByRole('button', { name: 'Send invitations' }).click()
    expect(await faultsOf(hr.page)).toEqual([])
    await hr.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await hr.page.getByRole('button', { name: 'Send a reminder' }).waitFor()
    expect(await faultsOf(hr.page)).toEqual([])
    await hr.context.close()

    const english = catcher.caught
      .map(({ raw }) => readMail(raw))
      .find(({ html }) => html.includes('lang="en"'))
    const link = /https?:\S+\/sign-in\/\S+#\S+/.exec(english?.text ?? '')?.[0] ?? ''
    const out = /https?:\S+\/reminders\/\S+/.exec(english?.text ?? '')?.[0] ?? ''

    const employee = await phone()
    await employee.page.goto(link)
    expect(await faultsOf(employee.page)).toEqual([])
    await employee.page.getByRole('button', { name: 'Sign in' }).click()
    await employee.page.waitForURL(/\/answer\/[0-9a-f-]+$/)
    await employee.page.getByRole('button', { name: 'Begin' }).waitFor()

    // A second time it offers to go on, and a new link.
    await employee.page.goto(link)
    await employee.page.getByRole('link', { name: 'Go on' }).waitFor()
    await employee.page.getByLabel('Your e-mail address at work').fill('nobody@chorus.example')
    expect(await faultsOf(employee.page)).toEqual([])
    await employee.page.getByRole('button', { name: 'Send me a link' }).click()
    await employee.page.getByText('a link is on its way').waitFor()
    expect(await faultsOf(employee.page)).toEqual([])

    await employee.page.goto(out)
    await employee.page.getByRole('button', { name: 'No reminders, please' }).click()
    await employee.page.getByText('You get no reminders any more.').waitFor()
    expect(await faultsOf(employee.page)).toEqual([])
    await employee.page.goto(`${address}/stored`)
    await employee.page.getByRole('button', { name: 'Send me reminders after all' }).waitFor()
    await employee.context.close()
  })

  test('a poster fits on one page of A4 and of Letter, in one language and in all seven', async () => {
    const { page, context } = await phone()
    await context.addCookies([cookieOf(hrCookie)])
    await page.goto(`${address}/posters/${wave}`)
    await page.getByLabel('One poster for').selectOption('site')
    expect(await page.locator('.poster').count()).toBe(2)
    for (const box of await page.locator('.poster-languages input').all()) {
      await box.check()
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 700, height: 960 })
      const cut = await page
        .locator('.poster')
        .evaluateAll((posters) =>
          posters.map((poster) => poster.scrollHeight - poster.clientHeight).filter((hidden) => hidden > 1),
        )
      expect(cut).toEqual([])
      await page.emulateMedia({ media: null })
    }
    await context.close()
  })

  function cookieOf(cookie: string) {
    const [name = '', value = ''] = cookie.split('=')
    return { name, value, url: address }
  }
})
