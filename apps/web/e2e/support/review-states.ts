import { at, type PageState } from './page-state.ts'

/** Blameless reviews. */
export const reviewStates: readonly PageState[] = [
  at('reviews', 'manager', '/reviews'),
  {
    name: 'review-shared',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reviews`)
      await page.getByText('The release that had to be taken back').click()
      await page.locator('.review-timeline').waitFor()
    },
  },
  {
    name: 'review-guided',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reviews`)
      await page.getByText('Die Nachtsicherung').click()
      await page.locator('.review-steps button').nth(4).click()
      await page.locator('textarea').first().fill('Sie hätte das offensichtlich prüfen müssen.')
      await page.locator('.worded-findings').waitFor()
    },
  },
]
