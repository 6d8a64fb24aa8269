import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import { buildApp } from '../../api/src/app.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'

describe.skipIf(browserIsSkipped)('a concern without a name', () => {
  let running: RunningApp
  let app: Awaited<ReturnType<typeof buildApp>>
  let browser: Browser
  let address: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    running.clock.now = new Date('2026-03-10T09:00:00Z')
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const { database, vault, marks, secrets, clock } = running
    app = await buildApp({
      database,
      vault,
      marks,
      secrets,
      pagesAt: address,
      channels: null,
      mail: null,
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
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  /** The start page of somebody who just signed in, on a device of their own. */
  async function deviceOf(person: string): Promise<Page> {
    const { database, organisation, clock } = running
    const link = await makeSignInLink(database.office, organisation, `${person}@test.example`, {
      now: clock.now,
      hoursValid: 1,
      reusable: true,
    })
    if (!link.ok) throw new Error(`nobody is called ${person}`)
    const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${address}${link.value.path}`)
    await page.waitForURL(`${address}/`)
    return page
  }

  test('HR names somebody, somebody writes, the trusted person answers, and six words open it on another device', {
    timeout: 120_000,
  }, async () => {
    const hr = await deviceOf('top2')
    await hr.goto(`${address}/trusted-persons`)
    for (const [at, name] of ['Person red3', 'Person green1'].entries()) {
      const fields = hr.locator('fieldset').nth(at)
      await fields.getByRole('searchbox').fill(name)
      await fields.getByRole('button', { name }).click()
    }
    await hr.getByLabel('Office').fill('Ombudsperson')
    await hr.getByLabel('Who reads this, and who never does').fill('Only I read it.')
    await hr.getByRole('button', { name: 'Name a trusted person' }).click()
    await hr.getByText('Ombudsperson').waitFor()

    const sender = await deviceOf('blue1')
    // The start page has fetched the tickets by itself.
    await sender.waitForFunction(() => localStorage.getItem('chorus.concern-tickets')?.includes('token'))
    const asked: string[] = []
    sender.on('request', (request) => {
      if (request.method() === 'POST')
        asked.push(`${request.headers().cookie ?? 'no cookie'} ${request.url()}`)
    })
    await sender.goto(`${address}/concern`)
    await sender.getByLabel('What should be known?').fill('The brakes of line 3 are not tested.')
    await sender.getByRole('button', { name: 'Send without a name' }).click()
    const words = (await sender.locator('.six-words').textContent()) ?? ''
    expect(words.split(' ')).toHaveLength(6)
    expect(asked).toEqual([`no cookie ${address}/u/concerns/${running.organisation}`])
    const kept = await sender.evaluate(() => JSON.stringify(localStorage))
    expect(kept).not.toContain('own-concerns')

    running.clock.now = new Date('2026-03-11T12:00:00Z')
    const trusted = await deviceOf('red3')
    await trusted.goto(`${address}/concerns`)
    await trusted.getByRole('button', { name: /^Read: Concern of/ }).click()
    await trusted.getByText('The brakes of line 3 are not tested.').waitFor()
    await trusted.getByLabel('Your words to the sender').fill('Since when?')
    await trusted.getByRole('button', { name: 'Send answer' }).click()
    await trusted.locator('ol').getByText('Since when?').waitFor()

    const elsewhere = await (await browser.newContext({ locale: 'en' })).newPage()
    await elsewhere.goto(`${address}/concern/${running.organisation}`)
    await elsewhere.getByRole('textbox', { name: 'Six words' }).fill(words)
    await elsewhere.getByRole('button', { name: 'Look for answers' }).click()
    await elsewhere.getByText('Since when?').waitFor({ timeout: 60_000 })
    await elsewhere.getByLabel('Your reply').fill('Since January.')
    await elsewhere.getByRole('button', { name: 'Send reply' }).click()
    await elsewhere.getByText('It is locked away.').waitFor()

    running.clock.now = new Date('2026-03-12T12:00:00Z')
    // Sessions end after a day of silence.
    const nextDay = await deviceOf('red3')
    await nextDay.goto(`${address}/concerns`)
    await nextDay.getByRole('button', { name: /^Read: Concern of/ }).click()
    await nextDay.getByText('Since January.').waitFor()

    const other = await deviceOf('top1')
    await other.goto(`${address}/concerns`)
    await other.getByText('Nothing waits for you.').waitFor()
  })
})
