import { at, type PageState } from './page-state.ts'

/** What everybody meets: signing in, the start page, answering, and what is kept of oneself. */
export const everydayStates: readonly PageState[] = [
  at('sign-in', null, '/sign-in'),
  at('sessions', 'hr', '/sessions'),
  {
    name: 'password',
    role: 'administrator',
    open: async (page, address) => {
      await page.goto(`${address}/password`)
      await page.locator('main .button-main').click()
      await page.locator('.qr-code').waitFor()
    },
  },
  at('home', 'employee', '/'),
  at('not-found', 'employee', '/there-is-nothing-here'),
  {
    name: 'answer-intro',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(address)
      await page.locator('a[href^="/answer/"]').click()
      await page.locator('h1:visible').first().waitFor()
    },
  },
  {
    name: 'answer',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(address)
      await page.locator('a[href^="/answer/"]').click()
      await page.locator('.frame-foot .button-main').click()
      await page.locator('.statement.is-current').waitFor()
    },
  },
  {
    name: 'kiosk',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      const paper = (await page.locator('a[href$="/paper"]').getAttribute('href')) ?? ''
      await page.goto(`${address}/kiosk/${paper.split('/')[2]}`)
    },
  },
  {
    name: 'stored',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/stored`)
      await page.locator('#my-quiet-hours ~ form .button').waitFor()
    },
  },
  {
    name: 'receipts',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/receipts`)
      // Six words from another device.
      await page.locator('main details summary').last().click()
    },
  },
  {
    name: 'reminders',
    role: null,
    open: async (page, address) => {
      await page.goto(`${address}/reminders/${'A'.repeat(43)}`)
      await page.getByRole('alert').waitFor()
    },
  },
  at('home-manager', 'manager', '/'),
  at('home-hr', 'hr', '/'),
]
