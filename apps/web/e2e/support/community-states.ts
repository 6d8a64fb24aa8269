import { at, type PageState } from './page-state.ts'

/** What people write in the open and read of each other, and concerns. */
export const communityStates: readonly PageState[] = [
  at('learning', 'employee', '/learning'),
  {
    name: 'lesson',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/lessons`)
      await page.locator('main h2 a').first().click()
      await page.locator('textarea').fill('@a')
      await page.locator('.mention-list').waitFor()
    },
  },
  {
    name: 'notifications',
    role: 'employee',
    open: async (page, address) => {
      await page.goto(`${address}/notifications`)
      await page.locator('.notification').first().waitFor()
      await page.locator('.notification-wishes select').first().waitFor()
    },
  },
  {
    name: 'moderation',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/moderation`)
      await page.locator('main details summary').first().click()
    },
  },
  at('trusted-persons', 'hr', '/trusted-persons'),
  {
    name: 'concern',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/trust`)
      // The tickets of a person go to one device, and this is one of seven.
      await page.evaluate(async () => {
        const { person } = await (await fetch('/api/session')).json()
        const now = await (await fetch('/api/my/concern-month')).json()
        const tickets = [{ input: '', token: '' }]
        const kept = [{ id: person.id, ...now, day: '', seeds: [], tickets }]
        localStorage.setItem('chorus.concern-tickets', JSON.stringify(kept))
      })
      await page.goto(`${address}/concern`)
      await page.locator('main textarea').waitFor()
    },
  },
  {
    name: 'concern-answers',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/concern`)
      await page.locator('main a[href^="/concern/"]').click()
      await page.locator('#six-words').waitFor()
    },
  },
  {
    name: 'concerns',
    role: 'auditor',
    open: async (page, address) => {
      await page.goto(`${address}/concerns`)
      await page.locator('main .button-main').first().click()
      await page.locator('main textarea').waitFor()
    },
  },
  {
    name: 'lessons',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/lessons?words=release`)
      await page.locator('main mark').first().waitFor()
    },
  },
  {
    name: 'lesson-of-a-leader',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/lessons?tag=leading`)
      await page.locator('main li h2 a').first().click()
      await page.locator('.reactions').waitFor()
    },
  },
  {
    name: 'tell-lesson',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/lessons/new`)
      await page.locator('main form button[type="submit"]').click()
      await page.getByRole('alert').waitFor()
    },
  },
  at('welcome', 'employee', '/welcome'),
]
