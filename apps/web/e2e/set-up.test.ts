import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../api/src/http/zod-app.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'

describe.skipIf(browserIsSkipped)('the guided set-up of a programme', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string
  let cookie: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    running.clock.now = new Date()
    cookie = await running.signIn('top2@test.example')
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    app = await appWithPages(running)
    await app.listen({ host: '127.0.0.1', port })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function device(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'en-GB',
      timezoneId: 'Europe/Zurich',
      reducedMotion: 'reduce',
    })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: address }])
    return context.newPage()
  }

  const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
  const next = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click()

  test('begun on a phone, gone on with on a desktop, started: the programme stands there with its next waves', async () => {
    const phone = await device(390, 844)
    await phone.goto(`${address}/set-up`)
    await step(phone, 'Organisation')
    await next(phone)
    await phone.getByText('Give the programme a name.').waitFor()
    await phone.getByLabel('Name of the programme').fill('Team pulse')
    await phone.keyboard.press('Enter')
    await step(phone, 'People')
    expect(await faultsOf(phone)).toEqual([])
    await next(phone)
    await step(phone, 'Questionnaire')
    await phone.locator('details summary').first().click()
    await phone.getByText('Edmondson 1999', { exact: false }).first().waitFor()
    expect(await faultsOf(phone)).toEqual([])
    await next(phone)
    await step(phone, 'Rhythm')
    await phone.context().close()

    const desktop = await device(1440, 900)
    await desktop.goto(`${address}/set-up`)
    await step(desktop, 'Rhythm')
    await desktop.getByRole('rowheader').nth(5).waitFor()
    await desktop.getByLabel('Closes so many days later').fill('20')
    await desktop.getByText('A wave would still be open when the next one opens.', { exact: false }).waitFor()
    await desktop.getByLabel('Closes so many days later').fill('4')
    await desktop.getByRole('button', { name: 'Add a holiday or pause' }).click()
    await desktop.getByLabel('Name', { exact: true }).fill('Summer')
    await desktop.getByLabel('First day').fill('2030-07-01')
    await desktop.getByLabel('Last day').fill('2030-07-31')
    await desktop.getByText('Each scale that takes turns returns within: 8 weeks.').waitFor()
    expect(await faultsOf(desktop)).toEqual([])
    await next(desktop)
    await step(desktop, 'Thresholds')
    expect(await faultsOf(desktop)).toEqual([])
    await next(desktop)
    await step(desktop, 'Preview')
    await desktop.getByText('Top and Tiny: reported together', { exact: false }).waitFor()
    const invitation = desktop.frameLocator('iframe').first()
    await invitation.getByText('Test organisation', { exact: false }).first().waitFor()
    const answers = desktop.frameLocator('iframe').last()
    await answers.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await faultsOf(desktop)).toEqual([])
    await next(desktop)
    await step(desktop, 'Start')
    expect(await faultsOf(desktop)).toEqual([])
    await desktop.getByRole('button', { name: 'Start the programme' }).click()

    await desktop.waitForURL(`${address}/programmes`)
    await desktop.getByText('Every 2 weeks: Monday.', { exact: false }).waitFor()
    await desktop.locator('.rhythm-next li').nth(2).waitFor()
    expect(await desktop.locator('.rhythm-next li').count()).toBe(3)
    await desktop.getByRole('button', { name: 'Pause' }).click()
    await desktop.getByText('Paused: no wave opens by itself.').waitFor()
    await desktop.getByRole('button', { name: 'Resume' }).click()
    await desktop.locator('.rhythm-next li').first().waitFor()
    expect(await faultsOf(desktop)).toEqual([])
    await desktop.context().close()
  })

  test('the rhythm of a programme is changed with the same form, by keyboard', async () => {
    const page = await device(390, 844)
    await page.goto(`${address}/programmes`)
    await page.getByRole('link', { name: 'Change the rhythm' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Every', { exact: true }).fill('1')
    await page.getByLabel('Unit of time').selectOption('month')
    await page.getByLabel('On which day of the month').selectOption('last')
    await page.getByLabel('Weekday').selectOption('5')
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Weekday').press('Tab')
    await page.getByLabel('Opens at').press('Enter')
    await page.getByText('Every month: last Friday of the month.', { exact: false }).waitFor()
    await page.context().close()
  })
})
