import type { BrowserContextOptions, Page } from 'playwright-core'
import type { DemoRole } from './running-chorus.ts'

/** What a picture shows: the way there, from the start page of whoever is signed in. */
export type Scene = { readonly name: string; readonly role: DemoRole; open(page: Page): Promise<void> }

type SurveyScene = Scene & { readonly sight?: BrowserContextOptions }

const arabic = { locale: 'ar' }
const desktop = { viewport: { width: 1440, height: 900 } }

/** Every state of the page on which people answer. The last ones use up the ballot of the demo's employee. */
export const surveyScenes: readonly SurveyScene[] = [
  survey('promise', opened),
  survey('promise-in-arabic', opened, arabic),
  survey('promise-checked', async (page) => {
    await opened(page)
    await page.locator('main details summary').first().click()
    await page.locator('main details').first().scrollIntoViewIfNeeded()
  }),
  survey('statement', begun),
  survey('statement-in-arabic', begun, arabic),
  survey('all-at-once', begun, desktop),
  survey('gone-on', async (page) => {
    await begun(page)
    for (const key of ['5', '6', '3']) await answer(page, key)
    await page.reload()
    await taken(page)
  }),
  survey('still-there', async (page) => {
    await opened(page)
    await page.clock.install()
    await page.reload()
    await taken(page)
    await page.getByRole('checkbox').check()
    await begin(page)
    await page.keyboard.press('6')
    await page.clock.fastForward(29 * 60_000 + 5000)
    await page.locator('dialog, [role=alertdialog], .idle-warning').first().waitFor()
  }),
  survey('last-look', lookedBack),
  survey('kept-offline', async (page) => {
    await lookedBack(page)
    await page.context().setOffline(true)
    await page.locator('.review-foot .button-main').click()
    await page.locator('.outcome .notice').waitFor()
  }),
  survey('sent', async (page) => {
    await lookedBack(page)
    await page.locator('.review-foot .button-main').click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  }),
  survey('already-collected', async (page) => {
    await page.goto(`${new URL(page.url()).origin}${answerPath}`)
    await taken(page)
  }),
]

let answerPath = ''

function survey(
  name: string,
  open: (page: Page) => Promise<void>,
  sight: BrowserContextOptions = {},
): SurveyScene {
  return { name, role: 'employee', sight, open }
}

async function opened(page: Page): Promise<void> {
  const link = page.locator('a[href^="/answer/"]').first()
  answerPath = (await link.getAttribute('href')) ?? answerPath
  await link.click()
  await taken(page)
}

async function begun(page: Page): Promise<void> {
  await opened(page)
  await begin(page)
}

async function lookedBack(page: Page): Promise<void> {
  await begun(page)
  const count = await page.locator('.statement').count()
  for (let at = 1; at <= count; at++) await answer(page, String(3 + (at % 4)))
  await page.locator('.review').waitFor()
}

/** Answers with a key, and waits for what comes next. */
async function answer(page: Page, key: string): Promise<void> {
  const current = await page.locator('.statement.is-current').elementHandle()
  await page.keyboard.press(key)
  await page.waitForFunction((statement) => !statement?.matches('body .is-current'), current)
}

async function begin(page: Page): Promise<void> {
  await page.locator('.frame-foot .button-main').click()
  await page.locator('.statement.is-current').waitFor()
}

/** The script has taken over. */
async function taken(page: Page): Promise<void> {
  await page.locator('.frame:not([data-native])').waitFor()
}
