import type { Browser, BrowserContext, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeReceiptCode } from '../src/lib/device/receipt-code.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'
import type { RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

describe.skipIf(browserIsSkipped)('sheets of paper, from the print to the receipt', () => {
  let chorus: RunningChorus
  let browser: Browser
  let kiosk = ''
  let codes: string[] = []

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  async function opened(
    address: string,
    options: { viewport?: typeof phone; colorScheme?: 'light' | 'dark'; locale?: string } = {},
  ): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
    const context = await browser.newContext({
      viewport: phone,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(address)
    await page.locator('h1:visible').waitFor()
    return { page, context, faults }
  }

  /** Axe finds nothing, and nothing is cut off. */
  async function looksRight(page: Page): Promise<void> {
    expect(await faultsOf(page)).toEqual([])
  }

  /** Everything in which a browser could keep something of this site. */
  async function leftBehind(page: Page): Promise<unknown> {
    return page.evaluate(async () => [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      history.state,
      location.hash,
    ])
  }
  const nothing = [{}, {}, '', 0, 0, null, '']

  /** From the code to the last look, by keyboard alone. */
  async function answerByKeyboard(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Begin' }).focus()
    await page.keyboard.press('Enter')
    const count = Number(
      /of (\d+)/.exec((await page.locator('.statement-number').first().textContent()) ?? '')?.[1],
    )
    for (let number = 1; number <= count; number++) {
      await page.getByText(`Statement ${number} of ${count}`).waitFor()
      await page.keyboard.press('5')
    }
    // On a wide screen nothing goes on by itself: the button to the last look has the focus.
    if (await page.getByRole('button', { name: 'Look back, then send' }).isVisible())
      await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'One look back, then send' }).waitFor()
  }

  test('HR makes the codes, prints them on A4 with nothing else, and says that they are in the bowl', async () => {
    const { page, context, faults } = await opened(chorus.links.hr, { viewport: desktop })
    await page.getByRole('link', { name: 'Programmes', exact: true }).click()
    await page.getByRole('link', { name: 'Paper sheets' }).click()
    await page.getByText('22 sheets · Not printed yet').waitFor()
    await page.getByRole('button', { name: 'Make the codes' }).click()
    await page.locator('.sheet').first().waitFor()
    await looksRight(page)
    codes = await page.locator('.sheet-code').allTextContents()
    expect(new Set(codes).size).toBe(22)

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count(), 'no button is printed').toBe(0)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g), 'six sheets to a page').toHaveLength(4)
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('button', { name: 'They are in the bowl' }).click()
    await page.getByRole('button', { name: 'Yes, in the bowl' }).click()
    await page.getByText('there is no second print').waitFor()
    expect(await page.locator('.sheet').count(), 'the codes are gone from the screen').toBe(0)
    expect(await page.getByRole('button', { name: /codes|bowl/i }).count()).toBe(0)
    kiosk = (await page.locator('.paper-address').textContent()) ?? ''
    expect(faults).toEqual([])
    await context.close()
  })

  test('a typing error is told at once, and a code that is none too', async () => {
    const { page, context } = await opened(kiosk)
    await looksRight(page)
    const [code = ''] = codes
    await page.getByLabel('Code', { exact: true }).fill(code.slice(0, -1))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('This is not a whole code').waitFor()
    await page.getByLabel('Code', { exact: true }).fill('0000-0000-0000-00000')
    await page.keyboard.press('Enter')
    await page.getByText('This code does not work in this pulse').waitFor()
    await looksRight(page)
    await context.close()
  })

  test('a kiosk answers by keyboard, without a cookie, offline at first, and leaves nothing behind', async () => {
    const { page, context, faults } = await opened(kiosk, { viewport: desktop, colorScheme: 'dark' })
    const headers: Promise<Record<string, string>>[] = []
    page.on('requestfinished', (request) => {
      if (/\/(w|u)\//.test(request.url())) headers.push(request.allHeaders())
    })
    await page.getByLabel('Language').selectOption('Deutsch')
    await page.getByLabel('Sprache').selectOption('English')
    await page.getByLabel('Code', { exact: true }).fill((codes[0] ?? '').toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await page.getByText('You answer as one of 22 people').waitFor()
    await looksRight(page)
    await answerByKeyboard(page)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Not counted yet' }).waitFor()
    await page.getByText('Please stay until this page says').waitFor()
    await context.setOffline(false)
    await page.getByText('Counted. Your answers are in').waitFor()
    await looksRight(page)
    expect(headers.length).toBeGreaterThan(3)
    for (const sent of await Promise.all(headers)) {
      expect(sent.cookie).toBeUndefined()
      expect(sent.authorization).toBeUndefined()
      expect(sent.referer).toBeUndefined()
    }
    expect(await leftBehind(page)).toEqual(nothing)
    expect(await context.cookies()).toEqual([])

    const entries = await page.evaluate(() => history.length)
    await page.getByRole('button', { name: 'Done, next person' }).click()
    await page.getByRole('heading', { name: 'Answer with your sheet' }).waitFor()
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('')
    expect(await page.evaluate(() => history.length), 'no step of it is in the history').toBe(entries)
    expect(await leftBehind(page)).toEqual(nothing)
    expect(faults).toEqual([])
    await context.close()
  })

  test('going on to another page and back shows a fresh page', async () => {
    const { page, context } = await opened(kiosk)
    await page.getByLabel('Code', { exact: true }).fill(codes[1] ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.keyboard.press('5')
    await page.getByText('Statement 2 of').waitFor()
    await page.goto('about:blank')
    await page.goBack()
    await page.getByRole('heading', { name: 'Answer with your sheet' }).waitFor()
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('')
    expect(await page.getByText('Statement').count()).toBe(0)
    expect(await leftBehind(page)).toEqual(nothing)
    await context.close()
  })

  test('a scanned code is gone from the address at once, and a used sheet is told before the questions', async () => {
    const { page, context } = await opened(`${kiosk}#${codes[0]}`)
    await page.getByText('This sheet was already used').waitFor()
    expect(page.url()).toBe(kiosk)
    const fresh = await opened(`${kiosk}#${codes[2]}`)
    await fresh.page.getByText('You answer as one of 22 people').waitFor()
    expect(fresh.page.url()).toBe(kiosk)
    expect(await leftBehind(fresh.page)).toEqual(nothing)
    await fresh.context.close()
    await context.close()
  })

  test('whoever walks away is asked, may stay as often as wanted, and else leaves a fresh page', async () => {
    const { page, context } = await opened(kiosk)
    await page.clock.install()
    await page.goto(`${kiosk}#${codes[3]}`)
    await page.getByRole('button', { name: 'Begin' }).click()
    for (let round = 0; round < 2; round++) {
      await page.clock.fastForward(185_000)
      await page.getByRole('heading', { name: 'Are you still there?' }).waitFor()
      if (round === 0) await looksRight(page)
      await page.getByRole('button', { name: 'I am still here' }).click()
      await page.getByText('Statement 1 of').waitFor()
    }
    await page.clock.fastForward(245_000)
    await page.getByRole('heading', { name: 'Answer with your sheet' }).waitFor()
    expect(await page.getByText('Statement').count()).toBe(0)
    await context.close()
  })

  test('the square code puts the receipt onto a phone, and a forged one is refused', async () => {
    const { page, context } = await opened(kiosk)
    await page.getByLabel('Code', { exact: true }).fill(codes[4] ?? '')
    const lookingUp = page.waitForResponse((response) => response.url().endsWith('/sheet'))
    await page.keyboard.press('Enter')
    const { cohort } = await (await lookingUp).json()
    await answerByKeyboard(page)
    const sending = page.waitForResponse((response) => response.url().endsWith('/send'))
    await page.getByRole('button', { name: 'Send' }).click()
    const { leaf, sig } = await (await sending).json()
    await page.getByText('Counted. Your answers are in').waitFor()
    const wave = kiosk.split('/').at(-1) ?? ''
    const { fingerprint } = await (await context.request.get(`${chorus.address}/w/${wave}/manifest`)).json()
    const code = writeReceiptCode({ wave, cohort, fingerprint, leaf, sig })
    const address = `${chorus.address}/receipts#${code}`
    const drawn = (await page.locator('.kiosk-qr path').getAttribute('d')) ?? ''
    expect(darkModules(drawn), 'the square says the address of the receipt').toEqual(expectedModules(address))
    await context.close()

    const own = await opened(address)
    await own.page.getByText('The receipt is on this device now').waitFor()
    expect(own.page.url()).toBe(`${chorus.address}/receipts`)
    await own.page.getByText('After the close you can check here').waitFor()
    await looksRight(own.page)
    await own.context.close()
    const forged = await opened(`${address.slice(0, -3)}AAA`)
    await forged.page.getByText('not a receipt').waitFor()
    await forged.page.getByText('No receipts on this device').waitFor()
    await forged.context.close()
  })
})

const darkModules = (path: string) => [...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`)

const expectedModules = (text: string) =>
  encode(text, { ecc: 'M', border: 0 }).data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`${x} ${y}`] : [])),
  )
