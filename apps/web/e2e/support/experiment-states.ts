import { at, type PageState } from './page-state.ts'

/** The board of actions, and experiments. */
export const experimentStates: readonly PageState[] = [
  at('actions-board', 'manager', '/actions'),
  at('plan-experiment', 'employee', '/experiments/new'),
  {
    name: 'experiment',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/experiments`)
      await page.locator('main h2 a', { hasText: 'Review every release' }).click()
      await page.locator('.trend-marked').waitFor()
    },
  },
]
