import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../api/src/http/zod-app.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'

describe.skipIf(browserIsSkipped)('a file of people, from the upload to the undo', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    running.clock.now = new Date()
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

  test('columns are matched, every difference is shown, many leavers are asked about, and all of it is taken back', async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } })
    const [name = '', value = ''] = (await running.signIn('top2@test.example')).split('=')
    await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    await page.goto(`${address}/organisation`)
    const rows = smallCompany()
      .people.split('\n')
      .slice(1, 20)
      .map((row) => row.split(',').slice(0, 4).join(';'))
    const file = ['Personalnummer;Mitarbeiter;Login;Abteilung', ...rows].join('\n')
    await page
      .getByLabel('People (CSV)')
      .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByRole('button', { name: 'Look at the files' }).click()

    const meaningOf = (column: string) => page.getByLabel(`What “${column}” means`)
    await expect.poll(() => meaningOf('Login').inputValue()).toBe('email')
    expect(await meaningOf('Abteilung').inputValue()).toBe('unit_id')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Show what would change' }).click()

    await page.getByText('7 of 26 people would leave.').waitFor()
    await page.getByLabel('Search').fill('tiny1')
    await page.getByRole('rowheader', { name: 'Person tiny1' }).waitFor()
    await page.getByText('1 to 1 of 1').waitFor()
    await page.getByRole('button', { name: 'Import this' }).click()
    await page.getByText('This is another number.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('If it is right').fill('7')
    await page.getByRole('button', { name: 'Import this' }).click()
    await page.getByText('5 units and 19 people. 0 joined, 7 left, 0 moved.').waitFor()

    await page.getByRole('button', { name: 'Note a change' }).click()
    await page.getByLabel('Before', { exact: true }).selectOption('red')
    await page.getByLabel('Before', { exact: true }).first().selectOption('tiny')
    await page.getByLabel('Since then').selectOption('red')
    await page.getByLabel('Since', { exact: true }).fill('2026-01-15')
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('Red and Tiny became one: Red').waitFor()
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Undo the last import' }).click()
    await page.getByRole('button', { name: 'Yes, make everything what it was' }).click()
    await page.getByText('Everything is as it was before.').waitFor()
    await page.getByText('26 people in 5 units').waitFor()
    await context.close()
  })
})
