import type { PageState } from './page-state.ts'

/** Thanks in public, feedback in private, and measures that score nobody. */
export const recognitionStates: readonly PageState[] = [
  {
    name: 'recognition',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/recognition`)
      await page.locator('main details summary').click()
      await page.locator('main form .button-main').click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'feedback',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/feedback`)
      await page.locator('main .card .button-main').first().click()
      await page.locator('textarea[name="situation"]').waitFor()
      for (const summary of await page.locator('main details summary').all()) await summary.click()
    },
  },
  {
    name: 'learning-measures',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/learning-measures`)
      await page.locator('main article details summary').first().click()
      await page.locator('#readiness ~ ul .button').first().waitFor()
    },
  },
]
