import { languages } from '@chorus/contracts/locale'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import type { RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

describe.skipIf(browserIsSkipped)('languages', () => {
  let chorus: RunningChorus
  let browser: Browser

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  test('another language in the middle of a pulse keeps the answers and the place, loads its own files alone, and is remembered', async () => {
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ locale: 'fr-CH', reducedMotion: 'reduce', viewport })
    const page = await context.newPage()
    await page.goto(chorus.links.employee)
    await page.getByText('Répondre maintenant').click()
    await page.locator('.frame').waitFor()
    expect(await page.locator('html').getAttribute('lang'), 'drawn by the server').toBe('fr')
    await page.getByRole('button', { name: 'Commencer' }).click()
    const current = page.locator('.is-current')
    await current.waitFor()
    await page.keyboard.press('2')
    await current.getByText('Affirmation 2 sur').waitFor()

    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.getByLabel('Langue').selectOption('العربية')
    await current.getByText('العبارة 2 من').waitFor()
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter((path) => !/^\/assets\/ar-.*\.js$/.test(path))).toEqual([])
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')

    await current.getByRole('button', { name: 'رجوع' }).click()
    await current.getByText('العبارة 1 من').waitFor()
    expect(await current.getByRole('radio', { name: 'لا أوافق', exact: true }).isChecked()).toBe(true)

    await page.goto(chorus.address)
    await page.getByText('استطلاع مفتوح').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await context.close()
  })

  test('the statements are drawn in the way that the language is written', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(chorus.links.manager)
    await page.waitForURL(`${chorus.address}/`)
    const address = `${chorus.address}${await page.locator('a[href^="/answer/"]').first().getAttribute('href')}`
    for (const [locale, { direction }] of Object.entries(languages)) {
      const answer = await context.request.get(address, { headers: { 'accept-language': `${locale}-XX` } })
      expect(await answer.text()).toContain(`<html lang="${locale}" dir="${direction}">`)
    }
    await context.close()
  })

  test('where people read from right to left, the arrow that points left goes on to the next wave of a chart', async () => {
    const context = await browser.newContext({ locale: 'ar', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(chorus.links.manager)
    await page.waitForURL(`${chorus.address}/`)
    await page.goto(`${chorus.address}/reports/engineering`)
    const slider = page.getByRole('slider').first()
    await slider.focus()
    await page.keyboard.press('Home')
    const [first = 0, last = 0] = await page
      .locator('.trend-point')
      .evaluateAll((points) => [points[0], points.at(8)].map((point) => point?.getBoundingClientRect().x))
    expect(first).toBeGreaterThan(last)
    // The list of who took part begins with the newest wave.
    const waves = (await page.locator('.shares li > span:first-child').allInnerTexts()).toReversed()
    expect(await slider.getAttribute('aria-valuetext')).toContain(waves[0])
    await page.keyboard.press('ArrowLeft')
    expect(await slider.getAttribute('aria-valuetext')).toContain(waves[1])
    await context.close()
  })
})
