import { readdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Locale, languages } from '@chorus/contracts/locale'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

type Sight = { width: number; height: number; scheme: 'light' | 'dark'; language: Locale }
type Place = { readonly name: string; readonly role: DemoRole | null; open(page: Page): Promise<void> }

const messages = new URL('../src/lib/i18n/messages/en/', import.meta.url)
const textNames = readdirSync(messages)
  .flatMap((file) => Object.keys(JSON.parse(readFileSync(new URL(file, messages), 'utf8'))))
  .filter((name) => name.includes('.'))

describe.skipIf(browserIsSkipped)('every page', () => {
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
        await page.locator('h1:visible').first().waitFor()
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
    {
      name: 'stored',
      role: 'employee',
      open: async (page) => {
        await page.goto(`${chorus.address}/stored`)
        await page.locator('#my-reminders ~ .stack .button').waitFor()
      },
    },
    {
      name: 'receipts',
      role: 'employee',
      open: async (page) => {
        await page.goto(`${chorus.address}/receipts`)
        // Six words from another device.
        await page.locator('main details summary').last().click()
      },
    },
    at('home-manager', 'manager', '/'),
    at('reports', 'hr', '/reports'),
    {
      name: 'report',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/engineering`)
        await page.locator('h1:visible').first().waitFor()
        // What is folded away is read too.
        for (const summary of await page.locator('main details summary').all()) await summary.click()
        await page.locator('.answer-shares').first().waitFor()
      },
    },
    at('report-protected', 'manager', '/reports/data'),
    {
      name: 'comments',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/engineering`)
        await page.locator('.comments-grouping input[value="theme"]').check()
        await page.locator('.comments-search input').fill('me')
        await page.locator('.comment-text mark').first().waitFor()
      },
    },
    {
      name: 'guide',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/engineering/guide`)
        await page.locator('.guide-questions .button').first().waitFor()
      },
    },
    at('guide-general', 'manager', '/reports/data/guide'),
    {
      name: 'report-own',
      role: 'employee',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/infrastructure`)
        await page.locator('h1:visible').first().waitFor()
        for (const summary of await page.locator('section:has(#report-actions) summary').all())
          await summary.click()
      },
    },
    {
      name: 'action',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/engineering`)
        await page.locator('section:has(#report-actions) .button-main').click()
        await page.locator('dialog').waitFor()
      },
    },
    {
      name: 'heatmap',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/heatmap`)
        // One stop for the tab key, arrow keys inside: the words of the chosen cell stand below the table.
        await page.locator('.heatmap [tabindex="0"]').press('End')
        await page.keyboard.press('ArrowDown')
        await page.locator('td[data-place="1 3"]:focus').waitFor()
      },
    },
    {
      name: 'units-map',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/map`)
        await page.locator('main details summary').first().click()
        await page.locator('.zone-map input').press('End')
      },
    },
    {
      name: 'whole-organisation',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/reports/organisation`)
        await page.locator('#drivers').waitFor()
        await page.locator('main button[aria-expanded="false"]').click()
        await page.locator('.benchmark-question').first().waitFor()
        for (const summary of await page.locator('main details summary').all()) await summary.click()
      },
    },
    {
      name: 'print',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/print/engineering`)
        await page.locator('.print-sheet').first().waitFor()
      },
    },
    {
      name: 'tokens',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/tokens`)
        await page.locator('input[name="name"]').fill('nightly')
        await page.locator('main form button[type="submit"]').click()
        await page.locator('main table').waitFor()
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
      name: 'posters',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        await page.locator('a[href^="/posters/"]').click()
        await page.locator('.poster').waitFor()
      },
    },
    {
      name: 'reminders',
      role: null,
      open: async (page) => {
        await page.goto(`${chorus.address}/reminders/${'A'.repeat(43)}`)
        await page.getByRole('alert').waitFor()
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
    {
      name: 'history',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        const programme = await page.evaluate(async () => {
          const { programmes } = await (await fetch('/api/programmes')).json()
          return programmes[0].id
        })
        await page.goto(`${chorus.address}/programmes/${programme}/history`)
        await page.locator('h2:visible').first().waitFor()
        for (const summary of await page.locator('main details summary').all()) await summary.click()
      },
    },
    at('organisation', 'hr', '/organisation'),
    at('trust', 'auditor', '/trust'),
  ]

  const sights = [
    { width: 390, height: 844, scheme: 'light', language: 'en' },
    { width: 1440, height: 900, scheme: 'dark', language: 'de' },
    { width: 390, height: 844, scheme: 'dark', language: 'ar' },
  ] as const

  /** Other languages than those of the sights, without axe: what it looks at is the same in all of them. */
  test.each(['fr', 'es', 'pt', 'ja'] as const)(
    '%s: every page has its texts, and nothing is cut off',
    async (language) => {
      for (const place of places) {
        const sight = { width: 390, height: 844, scheme: 'light', language } as const
        const { page, context, faults } = await openedIn(sight, place)
        expect([...(await faultsOfText(page, language)), ...faults], place.name).toEqual([])
        await context.close()
      }
    },
  )

  for (const sight of sights)
    for (const place of places)
      test(`${place.name} at ${sight.width} px, ${sight.scheme}, ${sight.language}: axe finds nothing, nothing is cut off`, async () => {
        const { page, context, faults } = await openedIn(sight, place)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        ).toEqual([])
        expect(await faultsOfText(page, sight.language)).toEqual([])
        expect(faults).toEqual([])
        await context.close()
      })

  async function openedIn(sight: Sight, place: Place) {
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
    await page.locator('h1:visible').first().waitFor()
    await page.waitForLoadState('networkidle')
    return { page, context, faults }
  }
})

/** What of a page is not in the language it should be in: the page's own word for it, and texts that show their names instead. */
async function faultsOfText(page: Page, language: Locale): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    text: document.body.textContent ?? '',
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  return [
    ...(seen.lang === language ? [] : [`the page says that it is in ${seen.lang}`]),
    ...(seen.dir === languages[language].direction ? [] : [`the page runs ${seen.dir}`]),
    ...(seen.overflow === 0 ? [] : [`something makes the page ${seen.overflow} px too wide`]),
    ...textNames.filter((name) => seen.text.includes(name)).map((name) => `the text ${name} is missing`),
  ]
}
