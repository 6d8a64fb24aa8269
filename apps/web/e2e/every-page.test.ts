import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneTestDatabase, type TestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { type DemoRole, type RunningChorus, startChorus } from './support/running-chorus.ts'

type Place = { readonly name: string; readonly role: DemoRole | null; open(page: Page): Promise<void> }

describe.skipIf(browserIsSkipped)('every page', () => {
  let place: TestDatabase
  let chorus: RunningChorus
  let browser: Browser

  beforeAll(async () => {
    place = await cloneTestDatabase()
    chorus = await startChorus(place.url)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
    await place?.drop()
  })

  const at = (name: string, role: DemoRole | null, path: string): Place => ({
    name,
    role,
    open: async (page) => {
      await page.goto(`${chorus.address}${path}`)
    },
  })

  const places: readonly Place[] = [
    at('sign-in', null, '/sign-in'),
    at('home', 'employee', '/'),
    at('not-found', 'employee', '/there-is-nothing-here'),
    {
      name: 'answer-intro',
      role: 'employee',
      open: async (page) => {
        await page.goto(chorus.address)
        await page.locator('a[href^="/answer/"]').click()
        await page.locator('h1:visible').waitFor()
      },
    },
    {
      name: 'answer',
      role: 'employee',
      open: async (page) => {
        await page.goto(chorus.address)
        await page.locator('a[href^="/answer/"]').click()
        await page.locator('.frame-foot .button-main').click()
        await page.locator('.statement.is-current').waitFor()
      },
    },
    at('stored', 'employee', '/stored'),
    at('receipts', 'employee', '/receipts'),
    at('home-manager', 'manager', '/'),
    at('reports', 'hr', '/reports'),
    {
      name: 'report',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/engineering`)
        await page.locator('h1:visible').waitFor()
        // What is folded away is read too.
        for (const summary of await page.locator('main details summary').all()) await summary.click()
        await page.locator('.answer-shares').first().waitFor()
      },
    },
    at('programmes', 'hr', '/programmes'),
    {
      name: 'paper',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        await page.locator('a[href$="/paper"]').click()
        await page.getByRole('heading', { level: 2 }).waitFor()
      },
    },
    {
      name: 'kiosk',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        const paper = (await page.locator('a[href$="/paper"]').getAttribute('href')) ?? ''
        await page.goto(`${chorus.address}/kiosk/${paper.split('/')[2]}`)
      },
    },
    at('organisation', 'hr', '/organisation'),
    at('trust', 'auditor', '/trust'),
  ]

  const sights = [
    { width: 390, height: 844, scheme: 'light', language: 'en' },
    { width: 1440, height: 900, scheme: 'dark', language: 'de' },
  ] as const

  for (const sight of sights)
    for (const place of places)
      test(`${place.name} at ${sight.width} px, ${sight.scheme}, ${sight.language}: axe finds nothing, nothing is cut off`, async () => {
        const context = await browser.newContext({
          viewport: { width: sight.width, height: sight.height },
          colorScheme: sight.scheme,
          locale: sight.language,
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        const faults: string[] = []
        page.on('pageerror', (error) => faults.push(error.message))
        if (place.role) {
          await page.goto(chorus.links[place.role])
          await page.waitForURL(`${chorus.address}/`)
        }
        await place.open(page)
        await page.locator('h1:visible').waitFor()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        ).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, 'nothing makes the page scroll sideways').toBe(0)
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(sight.language)
        expect(faults).toEqual([])
        await context.close()
      })
})
