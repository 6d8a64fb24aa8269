import { at, type PageState } from './page-state.ts'

/** Reflection sessions and team agreements. */
export const reflectionStates: readonly PageState[] = [
  {
    name: 'reflections',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reflections`)
      await page.locator('main details summary').first().click()
    },
  },
  at('begin-reflection', 'manager', '/reflections/new'),
  {
    name: 'reflection',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/reflections`)
      await page.locator('main h2 a').last().click()
      await page.locator('.session-post button[aria-expanded]').nth(1).click()
      await page.locator('.session-post .replies').waitFor()
    },
  },
  {
    name: 'agreement',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/agreement/platform`)
      await page.locator('#agreement-earlier').waitFor()
      for (const summary of await page.locator('main details summary').all()) await summary.click()
    },
  },
]
