import { at, type PageState } from './page-state.ts'

/** Where programmes are made and looked after. */
export const programmeStates: readonly PageState[] = [
  at('programmes', 'hr', '/programmes'),
  {
    name: 'change-policy',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      await page.locator('article > .row button').first().click()
      await page.locator('dialog input[name="k"]').fill('9')
      await page.locator('dialog button[type="submit"]').click()
      await page.locator('dialog [role="status"]').waitFor()
    },
  },
  {
    name: 'history',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      const programme = await page.evaluate(async () => {
        const { programmes } = await (await fetch('/api/programmes')).json()
        return programmes[0].id
      })
      await page.goto(`${address}/programmes/${programme}/history`)
      await page.locator('h2:visible').first().waitFor()
      for (const summary of await page.locator('main details summary').all()) await summary.click()
    },
  },
  {
    name: 'paper',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      await page.locator('a[href$="/paper"]').click()
      await page.getByRole('heading', { level: 2 }).waitFor()
    },
  },
  {
    name: 'posters',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      await page.locator('a[href^="/posters/"]').click()
      await page.locator('.poster').waitFor()
    },
  },
  {
    name: 'rhythm',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/programmes`)
      await page.locator('a[href$="/rhythm"]').first().click()
      await page.locator('input[type="time"]').first().waitFor()
    },
  },
  at('set-up', 'hr', '/set-up'),
  {
    name: 'instruments',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/instruments`)
      await page.locator('#library ~ details summary').first().click()
    },
  },
  {
    name: 'instrument-draft',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/instruments`)
      const draft = await page.evaluate(async () => {
        const { instruments } = await (await fetch('/api/instruments')).json()
        if (instruments[0]) return instruments[0].id
        const body = JSON.stringify({ name: 'Own', language: 'en', from: 'library' })
        const headers = { 'content-type': 'application/json' }
        return (await (await fetch('/api/instruments', { method: 'POST', headers, body })).json()).id
      })
      await page.goto(`${address}/instruments/${draft}/1`)
      await page.locator('main .card details summary').first().click()
    },
  },
  at('jobs', 'administrator', '/jobs'),
  {
    name: 'channels',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/channels`)
      await page.locator('input[name="has-hours"]').check()
      await page.locator('input[name="url"]').waitFor()
    },
  },
  {
    name: 'bounces',
    role: 'administrator',
    open: async (page, address) => {
      await page.goto(`${address}/channels`)
      await page.locator('[aria-labelledby="channels-bounces"] button').first().click()
      await page.getByText('Bearer').waitFor()
    },
  },
]
