import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }
/** 1280 px at 400 %. */
const zoomed = { width: 320, height: 256 }
const minutes = 60_000

describe.skipIf(browserIsSkipped)('the survey page', () => {
  let chorus: RunningChorus
  let browser: Browser
  let address = ''

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  type Visit = { page: Page; context: BrowserContext; faults: string[] }

  /** Signed in, on the start page; the address of the survey is known from there. */
  async function arrived(options: BrowserContextOptions, role: DemoRole = 'employee'): Promise<Visit> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(chorus.links[role])
    await page.waitForURL(`${chorus.address}/`)
    const link = (await page.locator('a[href^="/answer/"]').first().getAttribute('href')) ?? ''
    address = `${chorus.address}${link}`
    return { page, context, faults }
  }

  async function opened(options: BrowserContextOptions, role?: DemoRole): Promise<Visit> {
    const visit = await arrived(options, role)
    await visit.page.goto(address)
    await taken(visit.page)
    return visit
  }

  /** The script has taken over. */
  const taken = (page: Page) => page.locator('.frame:not([data-native])').waitFor()
  const number = (page: Page) => page.locator('.is-current .statement-number').textContent()
  const chosen = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.statements input:checked')].map(({ value }) => value),
    )

  test('the page is the same for everybody, and knows nobody', async () => {
    const { context } = await arrived({ viewport: phone })
    const other = await arrived({ viewport: phone }, 'manager')
    const stranger = await browser.newContext({ locale: 'en-GB' })
    const pages = await Promise.all(
      [context, other.context, stranger].map(async ({ request }) => {
        const answer = await request.get(address, { headers: { 'accept-language': 'en-GB' } })
        expect(answer.headers()['set-cookie']).toBeUndefined()
        return answer.text()
      }),
    )
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain('We can talk openly')
    expect(pages[0]).not.toMatch(/<script(?![^>]*src=)/)
    for (const one of [context, other.context, stranger]) await one.close()
  })

  test('before the script has come, statements are seen, answered and left; the script goes on from there', async () => {
    const { page, context, faults } = await arrived({ viewport: phone })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/assets/*.js', (route) => held.then(() => route.continue()))
    await page.goto(address, { waitUntil: 'commit' })
    await page.getByRole('link', { name: 'Begin' }).click()
    await page.getByRole('radio', { name: 'Rather agree' }).check()
    await page.keyboard.press('Enter')
    expect(page.url(), 'the browser sends nothing by itself').toBe(`${address}#statement-1`)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByText('Statement 2 of').waitFor()
    await page.getByRole('radio', { name: 'I prefer not to answer' }).check()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.locator('#statement-3:focus').waitFor()
    await page.getByRole('radio', { name: 'Strongly agree' }).focus()
    await page.keyboard.press('Space')
    letGo()
    await taken(page)
    expect(await number(page)).toContain('Statement 3 of')
    expect(await chosen(page)).toEqual(['5', '', '7'])
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('value')),
      'the focus stays where it was',
    ).toBe('7')
    expect(page.url()).toBe(address)
    await page.reload()
    await taken(page)
    expect(await chosen(page), 'a reload keeps it').toEqual(['5', '', '7'])
    await page.getByRole('button', { name: 'Go on where you were' }).click()
    expect(await number(page)).toContain('Statement 3 of')
    expect(faults).toEqual([])
    await context.close()
  })

  test('the promise says group, size, k and what is not protected, and one tap deeper how to check it', async () => {
    const { page, context } = await opened({ viewport: phone })
    const promise = await page.getByRole('list', { name: 'Who sees what' }).textContent()
    expect(promise).toMatch(/one of \d+ people in “[^”]+”/)
    expect(promise).toContain('from 5 answers on')
    expect(promise).toContain('Not protected')
    await page.getByText('Check it yourself').click()
    await page.getByRole('link', { name: 'Read the whole manifest' }).waitFor()
    await page.getByRole('link', { name: 'What is stored about you' }).waitFor()
    expect(await page.getByText('Ivo').count(), 'no name of an account').toBe(0)
    await context.close()
  })

  test('another language in the middle keeps what was chosen and where one is', async () => {
    const { page, context } = await opened({ viewport: phone })
    await page.getByRole('button', { name: 'Begin' }).click()
    for (const key of ['2', '3', '4']) {
      const before = await number(page)
      await page.keyboard.press(key)
      await expect.poll(() => number(page)).not.toBe(before)
    }
    await page.getByLabel('Language').selectOption('Deutsch')
    await page.getByText('Aussage 4 von').waitFor()
    expect(await chosen(page)).toEqual(['2', '3', '4'])
    await page.goto('about:blank')
    await page.goto(address)
    await taken(page)
    await page.getByRole('button', { name: 'Weiter, wo Sie waren' }).waitFor()
    expect(await chosen(page), 'also where the server had drawn the other language').toEqual(['2', '3', '4'])
    await context.close()
  })

  test('a draft on a shared device is wiped after half an hour, also while its page stays open', async () => {
    const { page, context } = await opened({ viewport: phone })
    await page.clock.install()
    await page.reload()
    await taken(page)
    await page.getByRole('checkbox', { name: /Other people use this device/ }).check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.keyboard.press('6')
    await page.clock.runFor(1000)
    await page.getByText('Statement 2 of').waitFor()
    await page.clock.fastForward(29 * minutes + 2000)
    await page.getByRole('heading', { name: 'Are you still there?' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'I am still here' }).click()
    expect(await chosen(page)).toEqual(['6'])
    for (let at = 2; at <= 30; at++) await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'One look back, then send' }).waitFor()
    await page.clock.fastForward(30 * minutes + 2000)
    await page.getByRole('button', { name: 'Begin' }).waitFor()
    expect(await chosen(page)).toEqual([])
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('answers')
    await context.close()
  })

  test('on a wide screen everything is there at once, and the keyboard alone leads from the first statement to the receipt', async () => {
    const { page, context, faults } = await opened({ viewport: desktop })
    const count = await page.locator('.statement:visible').count()
    expect(count).toBeGreaterThan(15)
    expect(await faultsOf(page)).toEqual([])
    await tabTo(page, 'Begin')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Statement 1 of')
    await page.keyboard.press('7')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Statement 2 of')
    // Into the group, along it with an arrow, on with Enter.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    expect(await chosen(page)).toEqual(['7', '2'])
    await page.keyboard.press('Enter')
    // Left out.
    await page.keyboard.press('Enter')
    expect(await number(page)).toContain('Statement 4 of')
    for (let at = 4; at <= count; at++) await page.keyboard.press('4')
    await page.getByText(`${count - 1} of ${count} done`).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'One look back, then send' }).waitFor()
    await tabTo(page, 'Change')
    await page.keyboard.press('Enter')
    expect(await number(page)).toContain('Statement 1 of')
    await page.keyboard.press('5')
    await page.getByRole('heading', { name: 'One look back, then send' }).waitFor()
    await tabTo(page, 'Send')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thank you')
    await page.getByRole('heading', { name: 'What came of the last pulse' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await page.getByText('only a receipt is').waitFor()
    expect(
      await page.evaluate(() => JSON.stringify({ ...sessionStorage })),
      'the draft is wiped',
    ).not.toContain('answers')
    expect(faults).toEqual([])
    await context.close()
  })

  const sights: Record<string, BrowserContextOptions> = {
    'a phone, light': { viewport: phone, colorScheme: 'light' },
    'a phone, dark': { viewport: phone, colorScheme: 'dark' },
    'a phone, forced colours': { viewport: phone, forcedColors: 'active' },
    'a wide screen, light': { viewport: desktop, colorScheme: 'light' },
    'a wide screen, dark, German': { viewport: desktop, colorScheme: 'dark', locale: 'de-DE' },
    'a wide screen, forced colours': { viewport: desktop, forcedColors: 'active' },
    'four times as large': { viewport: zoomed, deviceScaleFactor: 4 },
  }
  for (const [sight, options] of Object.entries(sights))
    test(`${sight}: axe finds nothing at any step, nothing is cut off, and every target is large enough`, async () => {
      const { page, context, faults } = await opened(options, 'manager')
      await page.locator('main details summary').first().click()
      expect(await faultsOf(page), 'promise').toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await page.locator('.frame-foot .button-main').click()
      expect(await faultsOf(page), 'statement').toEqual([])
      expect(await smallTargets(page)).toEqual([])
      const count = await page.locator('.statement').count()
      for (let at = 1; at <= count; at++) await page.keyboard.press('Enter')
      if (await page.locator('.statements-end button').isVisible()) await page.keyboard.press('Enter')
      await page.locator('.review').waitFor()
      expect(await faultsOf(page), 'last look').toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await context.setOffline(true)
      await page.locator('.review-foot .button-main').click()
      await page.locator('.outcome .notice').waitFor()
      expect(await faultsOf(page), 'kept on the device').toEqual([])
      expect(faults).toEqual([])
      await context.close()
    })

  /** Presses Tab until the focus is on what is called so. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
    }
    throw new Error(`the keyboard does not reach "${name}"`)
  }

  /** What can be pressed and is smaller than 24 px (WCAG 2.5.8); a link within a sentence may be. */
  async function smallTargets(page: Page): Promise<string[]> {
    return page.evaluate(() =>
      [...document.querySelectorAll('button, a, summary, label')]
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect()
          const isText = target.tagName === 'A' && target.closest('p') !== null
          const isSeen = target.checkVisibility() && !target.matches('.visually-hidden')
          return isSeen && !isText && (width < 24 || height < 24)
        })
        .map((target) => target.outerHTML.slice(0, 120)),
    )
  }
})
