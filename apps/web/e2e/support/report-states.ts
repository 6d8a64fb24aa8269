import { at, type PageState } from './page-state.ts'

/** Where results are read. */
export const reportStates: readonly PageState[] = [
  at('reports', 'hr', '/reports'),
  {
    name: 'report',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/engineering`)
      await page.locator('h1:visible').first().waitFor()
      // What is folded away is read too.
      for (const summary of await page.locator('main details summary').all()) await summary.click()
      await page.locator('.answer-shares').first().waitFor()
    },
  },
  at('report-protected', 'manager', '/reports/data'),
  {
    name: 'report-own',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/reports/infrastructure`)
      await page.locator('h1:visible').first().waitFor()
      for (const summary of await page.locator('section:has(#report-actions) summary').all())
        await summary.click()
    },
  },
  {
    name: 'comments',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/engineering`)
      await page.locator('.comments-grouping input[value="theme"]').check()
      await page.locator('.comments-search input').fill('me')
      await page.locator('.comment-text mark').first().waitFor()
    },
  },
  {
    name: 'guide',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/engineering/guide`)
      await page.locator('.guide-questions .button').first().waitFor()
    },
  },
  at('guide-general', 'manager', '/reports/data/guide'),
  {
    name: 'action',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/engineering`)
      await page.locator('section:has(#report-actions) .button-main').click()
      await page.locator('dialog').waitFor()
    },
  },
  {
    name: 'heatmap',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/heatmap`)
      // One stop for the tab key, arrow keys inside: the words of the chosen cell stand below the table.
      await page.locator('.heatmap [tabindex="0"]').press('End')
      await page.keyboard.press('ArrowDown')
      await page.locator('td[data-place="1 3"]:focus').waitFor()
    },
  },
  {
    name: 'units-map',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/reports/map`)
      await page.locator('main details summary').first().click()
      await page.locator('.zone-map input').press('End')
    },
  },
  {
    name: 'whole-organisation',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/reports/organisation`)
      await page.locator('#drivers').waitFor()
      await page.locator('main button[aria-expanded="false"]').click()
      await page.locator('.benchmark-question').first().waitFor()
      for (const summary of await page.locator('main details summary').all()) await summary.click()
    },
  },
  {
    name: 'print',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/print/engineering`)
      await page.locator('.print-sheet').first().waitFor()
    },
  },
  {
    name: 'tokens',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/tokens`)
      await page.locator('input[name="name"]').fill('nightly')
      await page.locator('main form button[type="submit"]').click()
      await page.locator('main table').waitFor()
    },
  },
]
