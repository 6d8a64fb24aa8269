import { readdirSync, readFileSync } from 'node:fs'
import { type Locale, languages } from '@chorus/contracts/locale'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './support/axe-faults.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { openPreview, openUnitChanges } from './support/import-states.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

type Sight = { readonly language: Locale; readonly says: string } & Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'forcedColors'
>
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
    at('sessions', 'hr', '/sessions'),
    {
      name: 'password',
      role: 'administrator',
      open: async (page) => {
        await page.goto(`${chorus.address}/password`)
        await page.locator('main .button-main').click()
        await page.locator('.qr-code').waitFor()
      },
    },
    at('sign-in-settings', 'administrator', '/sign-in-settings'),
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
        await page.locator('#my-quiet-hours ~ form .button').waitFor()
      },
    },
    {
      name: 'lesson',
      role: 'employee',
      open: async (page) => {
        await page.goto(`${chorus.address}/lessons`)
        await page.locator('main h2 a').first().click()
        await page.locator('textarea').fill('@a')
        await page.getByRole('option').first().waitFor()
      },
    },
    {
      name: 'notifications',
      role: 'employee',
      open: async (page) => {
        await page.goto(`${chorus.address}/notifications`)
        await page.locator('.notification').first().waitFor()
        await page.locator('.notification-wishes select').first().waitFor()
      },
    },
    {
      name: 'moderation',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/moderation`)
        await page.locator('main details summary').first().click()
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
    at('home-hr', 'hr', '/'),
    at('settings', 'administrator', '/settings'),
    at('jobs', 'administrator', '/jobs'),
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
    {
      name: 'change-policy',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        await page.locator('article > .row button').first().click()
        await page.locator('dialog input[name="k"]').fill('9')
        await page.locator('dialog button[type="submit"]').click()
        await page.locator('dialog [role="status"]').waitFor()
      },
    },
    {
      name: 'rights',
      role: 'administrator',
      open: async (page) => {
        await page.goto(`${chorus.address}/rights`)
        await page.locator('main table button').first().click()
        await page.locator('dialog').waitFor()
      },
    },
    {
      name: 'delegation',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/delegation`)
        await page.locator('input[type="search"]').fill('an')
        await page.locator('.card ul button').first().waitFor()
      },
    },
    at('organisation', 'hr', '/organisation'),
    {
      name: 'instruments',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/instruments`)
        await page.locator('#library ~ details summary').first().click()
      },
    },
    {
      name: 'instrument-draft',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/instruments`)
        const draft = await page.evaluate(async () => {
          const { instruments } = await (await fetch('/api/instruments')).json()
          if (instruments[0]) return instruments[0].id
          const body = JSON.stringify({ name: 'Own', language: 'en', from: 'library' })
          const headers = { 'content-type': 'application/json' }
          return (await (await fetch('/api/instruments', { method: 'POST', headers, body })).json()).id
        })
        await page.goto(`${chorus.address}/instruments/${draft}/1`)
        await page.locator('main .card details summary').first().click()
      },
    },
    at('set-up', 'hr', '/set-up'),
    {
      name: 'rhythm',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/programmes`)
        await page.locator('a[href$="/rhythm"]').first().click()
        await page.locator('input[type="time"]').first().waitFor()
      },
    },
    at('people', 'hr', '/people'),
    {
      name: 'edit-person',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/people`)
        await page.locator('main tbody button').first().click()
        await page.locator('dialog').waitFor()
      },
    },
    {
      name: 'scim',
      role: 'administrator',
      open: async (page) => {
        await page.goto(`${chorus.address}/scim`)
        await page.locator('input[name="name"]').fill('Entra ID')
        await page.locator('section:has(#make-scim-token) button[type="submit"]').click()
        await page.locator('main table').nth(1).waitFor()
      },
    },
    {
      name: 'channels',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/channels`)
        await page.locator('input[name="has-hours"]').check()
        await page.locator('input[name="url"]').waitFor()
      },
    },
    {
      name: 'bounces',
      role: 'administrator',
      open: async (page) => {
        await page.goto(`${chorus.address}/channels`)
        await page.locator('[aria-labelledby="channels-bounces"] button').first().click()
        await page.getByText('Bearer').waitFor()
      },
    },
    at('trusted-persons', 'hr', '/trusted-persons'),
    {
      name: 'concern',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/trust`)
        // The tickets of a person go to one device, and this is one of seven.
        await page.evaluate(async () => {
          const { person } = await (await fetch('/api/session')).json()
          const now = await (await fetch('/api/my/concern-month')).json()
          const tickets = [{ input: '', token: '' }]
          const kept = [{ id: person.id, ...now, seeds: [], tickets }]
          localStorage.setItem('chorus.concern-tickets', JSON.stringify(kept))
        })
        await page.goto(`${chorus.address}/concern`)
        await page.locator('main textarea').waitFor()
      },
    },
    {
      name: 'concern-answers',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/concern`)
        await page.locator('main a[href^="/concern/"]').click()
        await page.locator('#six-words').waitFor()
      },
    },
    {
      name: 'concerns',
      role: 'auditor',
      open: async (page) => {
        await page.goto(`${chorus.address}/concerns`)
        await page.locator('main .button-main').first().click()
        await page.locator('main textarea').waitFor()
      },
    },
    { name: 'import-preview', role: 'hr', open: (page) => openPreview(page, chorus.address) },
    { name: 'unit-changes', role: 'hr', open: (page) => openUnitChanges(page, chorus.address) },
    {
      name: 'lessons',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/lessons?words=release`)
        await page.locator('main mark').first().waitFor()
      },
    },
    {
      name: 'lesson',
      role: 'hr',
      open: async (page) => {
        await page.goto(`${chorus.address}/lessons?tag=leading`)
        await page.locator('main li h2 a').first().click()
        await page.locator('.reactions').waitFor()
      },
    },
    {
      name: 'tell-lesson',
      role: 'manager',
      open: async (page) => {
        await page.goto(`${chorus.address}/lessons/new`)
        await page.locator('main form button[type="submit"]').click()
        await page.getByRole('alert').waitFor()
      },
    },
    at('welcome', 'employee', '/welcome'),
    at('trust', 'auditor', '/trust'),
  ]

  const phone = { width: 390, height: 844 }
  const desktop = { width: 1440, height: 900 }
  /** Each language in a sight of its own, so that every page is seen in all of these ways. */
  const sights: readonly Sight[] = [
    { language: 'en', says: 'a phone, light', viewport: phone },
    { language: 'de', says: 'a wide screen, dark', viewport: desktop, colorScheme: 'dark' },
    { language: 'ar', says: 'a phone, dark', viewport: phone, colorScheme: 'dark' },
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
        for (const fault of await faultsIn(context, place, sight.language))
          found.push(`${place.name}: ${fault}`)
      }
      for (const context of contexts.values()) await context.close()
      expect(found).toEqual([])
    },
  )

  async function faultsIn(context: BrowserContext, place: Place, language: Locale): Promise<string[]> {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    try {
      await place.open(page)
      await page.locator('h1:visible').first().waitFor()
      await page.waitForLoadState('networkidle')
    } catch (error) {
      // The other pages are looked at all the same.
      await page.close()
      return [...faults, String(error)]
    }
    faults.push(...(await axeFaults(page)))
    faults.push(...(await faultsOfText(page, language)))
    await page.close()
    return faults
  }

  async function signedIn({ language, says, ...options }: Sight, role: DemoRole | null) {
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
