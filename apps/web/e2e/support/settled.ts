import type { Page } from 'playwright-core'

/** Nothing new is asked for in this time once everything has come: what follows from an answer is asked for at once. */
const quietMs = 80

/**
 * Counts what a page asks for, from now on.
 * @returns waits until everything has come and is painted. Playwright's `networkidle` waits half a second for the same, hundreds of times.
 */
export function watchRequests(page: Page): () => Promise<void> {
  let underWay = 0
  let lastChange = performance.now()
  const count = (by: number) => () => {
    underWay += by
    lastChange = performance.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  return async () => {
    while (underWay > 0 || performance.now() - lastChange < quietMs) await page.waitForTimeout(quietMs / 4)
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    )
  }
}
