import type { Page } from 'playwright-core'
import { axeFaults } from './axe-faults.ts'

/** What is wrong with the page as it stands: everything that axe finds, and whether anything makes it scroll sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = await axeFaults(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [...faults, ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : [])]
}
