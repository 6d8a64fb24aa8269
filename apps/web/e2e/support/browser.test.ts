import type { Browser } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './browser.ts'

const withBrowser = (promise: string, work: (browser: Browser) => Promise<void>) =>
  test.skipIf(browserIsSkipped)(promise, { timeout: 60_000 }, async () => {
    const browser = await launchBrowser()
    try {
      await work(browser)
    } finally {
      await browser.close()
    }
  })

withBrowser('the browser of the tests shows text and required radio buttons', async (browser) => {
  const page = await browser.newPage()
  await page.setContent('<h1>Grüezi</h1><input type="radio" name="a" required aria-label="yes">')
  await page.getByLabel('yes').check()
  expect(await page.getByLabel('yes').isChecked()).toBe(true)
  expect((await page.screenshot()).length).toBeGreaterThan(1000)
})

withBrowser('two people at once each have a session of their own', async (browser) => {
  const [one, other] = await Promise.all([browser.newContext(), browser.newContext()])
  await one.addCookies([{ name: 'session', value: 'mine', url: 'http://chorus.test' }])
  expect(await other.cookies()).toEqual([])
})

withBrowser('a page is held to its content security policy', async (browser) => {
  const page = await browser.newPage()
  await page.setContent(`<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <title>quiet</title><script>document.title = 'loud'</script>`)
  expect(await page.title()).toBe('quiet')
})
