import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions } from 'playwright-core'
import { launchBrowser } from './support/browser.ts'
import { startChorus } from './support/running-chorus.ts'
import { type Scene, surveyScenes } from './support/survey-scenes.ts'

/** Takes the pictures of the README and docs/ from the demo organisation: `pnpm pictures`. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url))

const scenes: readonly Scene[] = [
  {
    name: 'answer',
    role: 'employee',
    open: async (page) => {
      await page.locator('a[href^="/answer/"]').click()
      await page.locator('.frame-foot .button-main').click()
      await page.locator('.statement.is-current').waitFor()
    },
  },
  {
    name: 'report',
    role: 'manager',
    open: async (page) => {
      await page
        .getByRole('link', { name: /Engineering/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Engineering' }).waitFor()
    },
  },
  {
    name: 'learning',
    role: 'employee',
    open: async (page) => {
      await page.getByRole('link', { name: 'Learning' }).first().click()
      await page.locator('.loop-step').first().waitFor()
    },
  },
  {
    name: 'programmes',
    role: 'hr',
    open: async (page) => {
      await page.getByRole('link', { name: 'Programmes' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Programmes' }).waitFor()
    },
  },
]

const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

await mkdir(folder, { recursive: true })
const chorus = await startChorus()
const browser = await launchBrowser()
for (const viewport of [phone, desktop])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const scene of scenes)
      await take(`${scene.name}-${viewport.width}-${colorScheme}`, scene, { viewport, colorScheme })
for (const scene of surveyScenes)
  await take(`survey/${scene.name}`, scene, { viewport: phone, ...scene.sight })
await browser.close()
await chorus.stop()

async function take(name: string, { role, open }: Scene, sight: BrowserContextOptions): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...sight })
  const page = await context.newPage()
  await page.goto(chorus.links[role])
  await page.waitForURL(`${chorus.address}/`)
  await open(page)
  await page.waitForLoadState('networkidle')
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `${folder}${name}.png` })
  await context.close()
}
