import { launchBrowser } from './support/browser.ts'
import { type DemoRole, startChorus } from './support/running-chorus.ts'

const chorus = await startChorus()
const browser = await launchBrowser()
const places: [string, DemoRole, string][] = [
  ['lesson', 'employee', '/lessons'],
  ['notifications', 'employee', '/notifications'],
  ['stored', 'employee', '/stored'],
  ['moderation', 'hr', '/moderation'],
]
try {
  for (const [look, width, colorScheme, locale] of [
    ['phone', 390, 'light', 'en'],
    ['wide', 1440, 'dark', 'de'],
    ['phone-ar', 390, 'dark', 'ar'],
  ] as const) {
    for (const [name, role, path] of places) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale })
      const page = await context.newPage()
      await page.goto(chorus.links[role])
      await page.waitForURL(`${chorus.address}/`)
      await page.goto(chorus.address + path)
      if (name === 'lesson') {
        await page.locator('main h2 a').first().click()
        await page.locator('textarea').fill('Danke @a')
        await page.getByRole('option').first().waitFor()
      }
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: `/tmp/commons-shots/${name}-${look}.png`, fullPage: true })
      await context.close()
    }
  }
} finally {
  await browser.close()
  await chorus.stop()
}
