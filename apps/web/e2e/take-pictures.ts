import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { launchBrowser } from './support/browser.ts'
import { type DemoRole, startChorus } from './support/running-chorus.ts'

/** Takes the pictures of the README and docs/ from the demo organisation: `pnpm pictures`. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url))

type Scene = { readonly name: string; readonly role: DemoRole; open(page: Page): Promise<void> }

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
    name: 'programmes',
    role: 'hr',
    open: async (page) => {
      await page.getByRole('link', { name: 'Programmes' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Programmes' }).waitFor()
    },
  },
]

await mkdir(folder, { recursive: true })
const chorus = await startChorus()
const browser = await launchBrowser()
for (const size of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const scene of scenes) {
      const context = await browser.newContext({ viewport: size, colorScheme, locale: 'en-GB' })
      const page = await context.newPage()
      await page.goto(chorus.links[scene.role])
      await page.waitForURL(`${chorus.address}/`)
      await scene.open(page)
      await page.waitForLoadState('networkidle')
      await page.mouse.move(0, 0)
      await page.screenshot({ path: `${folder}${scene.name}-${size.width}-${colorScheme}.png` })
      await context.close()
    }
await browser.close()
await chorus.stop()
