import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testOnSharedData } from '../../../apps/api/src/summarize/support/shared-data.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'
import { filesOfLq2002 } from './support/lq2002-files.ts'
import { numbersOn, numbersWritten } from './support/numbers-on-page.ts'
import type { RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

describe.skipIf(browserIsSkipped)('one wave, from a phone to the CSV, and waves from elsewhere', () => {
  let chorus: RunningChorus
  let browser: Browser
  let receipts = ''

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  async function signedIn(
    role: keyof RunningChorus['links'],
    viewport: { width: number; height: number },
  ): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
    const context = await browser.newContext({ viewport, locale: 'en-GB' })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(chorus.links[role])
    await page.getByRole('heading', { level: 1, name: /hello/i }).waitFor()
    page.on('console', (message) => {
      const isOurs = message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED')
      if (isOurs) faults.push(message.text())
    })
    return { page, context, faults }
  }

  test('an employee answers on a phone, by touch and by keyboard, offline at first, and the answers travel without a cookie', async () => {
    const { page, context, faults } = await signedIn('employee', phone)
    expect(page.url(), 'the secret is gone from the address').not.toContain('#')
    await page.getByRole('link', { name: 'Answer now' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    const count = Number(
      /of (\d+)/.exec((await page.locator('.statement-number').first().textContent()) ?? '')?.[1],
    )
    expect(count).toBeGreaterThan(15)
    for (let number = 1; number <= count; number++) {
      await page.getByText(`Statement ${number} of ${count}`).waitFor()
      if (number === 3) await page.locator('.is-current').getByText('I prefer not to answer').click()
      else if (number % 2 === 0) await page.keyboard.press('6')
      else await page.locator('.is-current').getByText('Rather agree', { exact: true }).click()
    }
    await page.getByRole('heading', { name: 'One look back, then send' }).waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Kept on this device' }).waitFor()
    const named = page.waitForRequest((request) => request.url().endsWith('/ballot'))
    await context.setOffline(false)
    const elements = (await named).postData() ?? ''
    expect(elements, 'what names the person holds blinded elements only').toMatch(
      /^\{"blinded":"[\w-]{43}","cuts":\{[^}]*\}\}$/,
    )
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await page.getByText('at a random moment within 20 seconds').waitFor()
    const sending = page.waitForRequest((request) => request.url().includes('/u/'))
    // Leaving sends at once: nobody waits for the random moment.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    const headers = await (await sending).allHeaders()
    expect(headers.cookie).toBeUndefined()
    expect(headers.authorization).toBeUndefined()
    expect(headers.referer).toBeUndefined()
    await page.getByText('only a receipt is').waitFor()
    const left = await page.evaluate(() => {
      // Every device has tickets for concerns, whether it answered or not.
      const { 'chorus.concern-tickets': _, ...kept } = { ...localStorage }
      return JSON.stringify([kept, { ...sessionStorage }])
    })
    expect(left, 'nothing of the answers stays on the device').not.toMatch(/answers|token|seed/)
    receipts = await page.evaluate(() => localStorage.getItem('chorus.receipts') ?? '')
    await page.getByRole('link', { name: 'Your receipts' }).click()
    await page.getByText('After the close you can check here').first().waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('answering again is not possible, and the page says so kindly', async () => {
    const { page, context } = await signedIn('employee', phone)
    await page.getByText('Already answered').waitFor()
    expect(await page.getByRole('link', { name: 'Answer now' }).count()).toBe(0)
    await context.close()
  })

  testOnSharedData(
    'HR imports waves of another tool, sees first what they would release, and then their trend',
    async () => {
      const daysAgo = (days: number) =>
        new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10)
      // Reports show the programme that closed a wave last.
      const files = filesOfLq2002([daysAgo(2), daysAgo(1)])
      const { page, context, faults } = await signedIn('hr', phone)
      const choose = (field: string, content: string) =>
        page.locator(`input[name="${field}"]`).setInputFiles({
          name: `${field}.${field === 'instrument' ? 'json' : 'csv'}`,
          mimeType: 'text/plain',
          buffer: Buffer.from(content),
        })
      await page.goto(`${chorus.address}/programmes`)
      await page.getByRole('button', { name: 'New programme' }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill('Leadership pulse')
      await page.getByRole('button', { name: 'Create' }).click()
      const card = page.getByRole('article', { name: 'Leadership pulse' })
      await card.getByRole('link', { name: 'Import earlier waves' }).click()

      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByText('Choose a file.').first().waitFor()
      expect(await page.getByText('Choose a file.').count()).toBe(3)
      await choose('waves', files.waves.replace('Old survey 1', 'Old survey 2'))
      await choose('units', files.units)
      await choose('responses', files.responses)
      await page.getByText('More files, where there are any').click()
      await choose('instrument', files.instrument)
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('cell', { name: /The same “label” stands in line 2/ }).waitFor()

      await choose('waves', files.waves)
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('heading', { name: 'What would be released' }).waitFor()
      await page.getByText('0 of 13 units are units of today').waitFor()
      await page.getByText('Other questions were asked: the trend').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Import 2 waves' }).click()
      await page.getByText('2 waves are in the trends now').waitFor()

      await page.goto(`${chorus.address}/reports/all`)
      await page.getByRole('heading', { level: 1, name: 'All teams' }).waitFor()
      expect(await page.locator('.trend-step-foreign').count()).toBe(2)
      await page.getByText('Diamond: imported from another tool.').waitFor()
      await page.getByText('The same as a table').first().click()
      expect(await page.getByRole('cell', { name: 'imported', exact: true }).count()).toBe(2)
      expect(await faultsOf(page)).toEqual([])
      // Refused files, and that a unit of another tool has no actions, are answers that a browser notes too.
      expect(faults.filter((fault) => !/422|404/.test(fault))).toEqual([])
      await context.close()
    },
  )

  test('HR closes the wave, publishes it, and downloads the CSV with the new wave in it', async () => {
    const { page, context, faults } = await signedIn('hr', desktop)
    // The navigation is there right after signing in, without a reload.
    await page.getByRole('link', { name: 'Programmes', exact: true }).click()
    await page.getByRole('button', { name: 'Close now' }).click()
    await page.getByRole('button', { name: 'Close the wave' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Publish the wave' }).click()
    await page.getByText('10 earlier waves').waitFor()
    const downloading = page.waitForEvent('download')
    const card = page.getByRole('article').filter({ hasText: '10 earlier waves' })
    await card.getByRole('link', { name: 'Download summary.csv' }).click()
    const stream = await (await downloading).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    const lines = Buffer.concat(chunks).toString().trim().split('\n')
    expect(lines[0]).toMatch(/wave,wave_closed,unit_id,unit_name,/)
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(10)
    // The card may ask about mails in the very moment in which the wave closes: then they are gone.
    expect(faults.filter((fault) => !fault.includes('410'))).toEqual([])
    await context.close()
  })

  test('a printed report has one page for each unit', async () => {
    const { page, context, faults } = await signedIn('manager', desktop)
    await page.goto(`${chorus.address}/print/engineering`)
    await page.locator('.print-sheet').first().waitFor()
    const sheets = await page.locator('.print-sheet').count()
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(pages).toHaveLength(sheets)
    expect(sheets).toBeGreaterThan(1)
    expect(faults).toEqual([])
    await context.close()
  })

  test('a chart of a report is saved as a picture that explains itself, light also where the page is dark', async () => {
    const { page, context, faults } = await signedIn('manager', desktop)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${chorus.address}/reports/engineering`)
    const figure = page.locator('.save-figure')
    await figure.getByText('Save this picture').first().click()
    const saved = async (name: string, place = figure.first()) => {
      const downloading = page.waitForEvent('download')
      await place.getByRole('button', { name }).click()
      const download = await downloading
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
    }
    const svg = await saved('As SVG')
    expect(svg.name).toMatch(/^engineering-.*\.svg$/)
    const text = svg.bytes.toString('utf8')
    expect(text).toMatch(/<title>.+<\/title><desc>.+<\/desc>/)
    expect(text).toContain('Engineering. ')
    expect(text, 'nothing needs a style sheet').not.toMatch(/class=|var\(|light-dark/)
    expect(text, 'light also where the page is dark').toContain('rgb(15, 94, 99)')
    const png = await saved('As PNG')
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(png.bytes.length).toBeGreaterThan(5000)
    const beside = figure.filter({ has: page.locator('.dots') }).first()
    await beside.getByText('Save this picture').click()
    const together = await saved('As SVG', beside)
    expect(together.name).toMatch(/^engineering-.*-above\.svg$/)
    const rows = await beside.locator('.dots-label').allTextContents()
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(together.bytes.toString('utf8')).toContain(`>${row}</text>`)
    expect(faults).toEqual([])
    await context.close()
  })

  test('after the close the receipt finds its ballot in the published list, and the server is not told which it is', async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${chorus.address}/receipts`)
    await page.getByText('No receipts on this device').waitFor()
    await page.evaluate((kept) => localStorage.setItem('chorus.receipts', kept), receipts)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await page.getByRole('button', { name: 'Check now' }).first().click()
    await page.getByText('Your ballot was counted').first().waitFor()
    const leaves: string[] = JSON.parse(receipts).map(({ leaf }: { leaf: string }) => leaf)
    expect(leaves.length).toBeGreaterThan(0)
    for (const leaf of leaves) expect(asked.join(' '), 'the server is not told which').not.toContain(leaf)
    await context.close()
  })

  test('the manager sees ten waves of the own unit, and "protected" where too few answered', async () => {
    const { page, context, faults } = await signedIn('manager', desktop)
    await page
      .getByRole('link', { name: /Engineering/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Engineering' }).waitFor()
    expect(await page.getByText('Psychological safety').count()).toBeGreaterThan(0)
    expect(await page.getByText(/protected/i).count()).toBeGreaterThan(0)
    const table = page.getByRole('table').first()
    await page.getByText('The same as a table').first().click()
    await table.waitFor()
    expect(await table.locator('tbody tr').count()).toBe(10)
    // Who reads it sees steps: no mean has more than one decimal, and small numbers of people are ranges.
    const means = await table.locator('tbody tr td:nth-of-type(1)').allTextContents()
    for (const mean of means) expect(mean).toMatch(/^(\d\.\d( or (less|more))?|protected)$/)
    await page.getByText('Why do numbers come in steps?').click()
    await page.getByText('No honest information is lost').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test.each([
    ['engineering', 'manager', ['units/engineering']],
    ['heatmap', 'manager', ['heatmap']],
    ['organisation', 'hr', ['overview', 'organisation']],
  ] as const)(
    'every decimal and per cent of the page %s stands in what the server says of the release',
    async (path, role, asked) => {
      const { page, context, faults } = await signedIn(role, desktop)
      const said = asked.map(async (name) =>
        (await page.request.get(`${chorus.address}/api/reports/${name}`)).json(),
      )
      const written = numbersWritten(await Promise.all(said))
      await page.goto(`${chorus.address}/reports/${path}`)
      await page.locator('h1:visible').first().waitFor()
      await page.waitForLoadState('networkidle')
      const shown = await numbersOn(page)
      expect(shown.filter(({ number }) => !written.has(number))).toEqual([])
      expect(shown.length).toBeGreaterThan(10)
      expect(faults).toEqual([])
      await context.close()
    },
  )

  test('a manager adds with the keyboard what is done about it, and an employee below reads the own report and finds it', async () => {
    const manager = await signedIn('manager', desktop)
    await manager.page.goto(`${chorus.address}/reports/engineering`)
    await manager.page.getByRole('button', { name: 'Add something we do' }).press('Enter')
    await manager.page.getByLabel('What will be done?').waitFor()
    await manager.page.keyboard.press('Enter')
    await manager.page.getByText('Please fill this in.').first().waitFor()
    await manager.page.getByLabel('What will be done?').fill('Coffee with somebody from another team')
    await manager.page.getByLabel('Which result does it answer?').selectOption({ index: 1 })
    await manager.page.getByLabel('In words').fill('everybody')
    await manager.page.getByLabel('By when?').fill('2099-03-01')
    await manager.page.keyboard.press('Enter')
    await manager.page.getByRole('button', { name: /^Note what happened: Coffee/ }).press('Enter')
    await manager.page.getByLabel('How far is it?').selectOption({ label: 'Done' })
    await manager.page.getByLabel('What happened?').fill('Eleven pairs have met.')
    await manager.page.getByRole('button', { name: 'Save' }).press('Enter')
    await manager.page.getByRole('dialog').waitFor({ state: 'detached' })

    const { page, context, faults } = await signedIn('employee', phone)
    const own = page.getByRole('region', { name: 'Infrastructure' })
    await own.getByRole('heading', { name: 'Since the last pulse' }).waitFor()
    await own.getByText('Coffee with somebody from another team').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await own.getByRole('link', { name: 'Infrastructure: the full report' }).click()
    await page.getByRole('heading', { level: 1, name: 'Infrastructure' }).waitFor()
    await page.getByText('From the units above').click()
    await page.getByText('Coffee with somebody from another team').waitFor()
    expect(await page.getByRole('button', { name: 'Add something we do' }).count()).toBe(0)
    expect([...manager.faults, ...faults]).toEqual([])
    await manager.context.close()
    await context.close()
  })

  test('nobody reaches a page of another role: it is told in words', async () => {
    const { page, context } = await signedIn('employee', phone)
    for (const path of ['/programmes', '/organisation', '/reports']) {
      await page.goto(`${chorus.address}${path}`)
      await page.getByText(/role/i).first().waitFor()
    }
    await page.goto(`${chorus.address}/reports/support`)
    await page.getByText('There is no such unit, or you may not see it.').waitFor()
    await context.close()
  })
})
