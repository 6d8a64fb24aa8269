import { readdirSync, readFileSync } from 'node:fs'
import { type Locale, languages } from '@chorus/contracts/locale'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './support/axe-faults.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { communityStates } from './support/community-states.ts'
import { everydayStates } from './support/everyday-states.ts'
import { experimentStates } from './support/experiment-states.ts'
import { organisationStates } from './support/organisation-states.ts'
import type { PageState } from './support/page-state.ts'
import { programmeStates } from './support/programme-states.ts'
import { recognitionStates } from './support/recognition-states.ts'
import { reflectionStates } from './support/reflection-states.ts'
import { reportStates } from './support/report-states.ts'
import { reviewStates } from './support/review-states.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { watchRequests } from './support/settled.ts'
import { startDemo } from './support/start-demo.ts'

type Sight = {
  readonly language: Locale
  readonly says: string
  /** Whether contrasts are looked at: once light, once dark, once from right to left; forced colours are the reader's own. */
  readonly colours?: boolean
} & Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'forcedColors'>

const places = [
  ...everydayStates,
  ...reportStates,
  ...programmeStates,
  ...organisationStates,
  ...communityStates,
  ...reviewStates,
  ...experimentStates,
  ...reflectionStates,
  ...recognitionStates,
]

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

  const phone = { width: 390, height: 844 }
  const desktop = { width: 1440, height: 900 }
  /** Each language in a sight of its own, so that every page is seen in all of these ways. */
  const sights: readonly Sight[] = [
    { language: 'en', says: 'a phone, light', viewport: phone, colours: true },
    { language: 'de', says: 'a wide screen, dark', viewport: desktop, colorScheme: 'dark', colours: true },
    { language: 'ar', says: 'a phone, dark', viewport: phone, colorScheme: 'dark', colours: true },
    // 1280 px at 400 %.
    { language: 'fr', says: 'four times as large', viewport: { width: 320, height: 256 } },
    { language: 'es', says: 'a phone, forced colours', viewport: phone, forcedColors: 'active' },
    { language: 'pt', says: 'a wide screen, light', viewport: desktop },
    { language: 'ja', says: 'a wide screen, forced colours', viewport: desktop, forcedColors: 'active' },
  ]

  // Two at a time: one waits for the server while the other is looked at.
  test.concurrent.each(sights)(
    '$language, $says: axe finds nothing on any page, every text is there, and nothing is cut off',
    { timeout: 900_000 },
    async (sight) => {
      /** Whoever is signed in stays so from page to page. */
      const contexts = new Map<DemoRole | null, BrowserContext>()
      const found: string[] = []
      for (const place of places) {
        const context = contexts.get(place.role) ?? (await signedIn(sight, place.role))
        contexts.set(place.role, context)
        for (const fault of await faultsIn(context, place, sight)) found.push(`${place.name}: ${fault}`)
      }
      for (const context of contexts.values()) await context.close()
      expect(found).toEqual([])
    },
  )

  async function faultsIn(
    context: BrowserContext,
    place: PageState,
    { language, colours = false }: Sight,
  ): Promise<string[]> {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const settled = watchRequests(page)
    try {
      await place.open(page, chorus.address)
      await page.locator('h1:visible').first().waitFor()
      await settled()
    } catch (error) {
      // The other pages are looked at all the same.
      await page.close()
      return [...faults, String(error)]
    }
    faults.push(...(await axeFaults(page, { colours })))
    faults.push(...(await faultsOfText(page, language)))
    await page.close()
    return faults
  }

  async function signedIn({ language, says, colours, ...options }: Sight, role: DemoRole | null) {
    const context = await browser.newContext({ ...options, locale: language, reducedMotion: 'reduce' })
    if (role) {
      const page = await context.newPage()
      await page.goto(chorus.links[role])
      await page.waitForURL(`${chorus.address}/`)
      await page.close()
    }
    return context
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
