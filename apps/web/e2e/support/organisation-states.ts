import { openPreview, openUnitChanges } from './import-states.ts'
import { at, type PageState } from './page-state.ts'

/** Where people, rights and ways to sign in are looked after. */
export const organisationStates: readonly PageState[] = [
  at('settings', 'administrator', '/settings'),
  at('organisation', 'hr', '/organisation'),
  { name: 'import-preview', role: 'hr', open: openPreview },
  { name: 'unit-changes', role: 'hr', open: openUnitChanges },
  at('people', 'hr', '/people'),
  {
    name: 'edit-person',
    role: 'hr',
    open: async (page, address) => {
      await page.goto(`${address}/people`)
      await page.locator('main tbody button').first().click()
      await page.locator('dialog').waitFor()
    },
  },
  {
    name: 'rights',
    role: 'administrator',
    open: async (page, address) => {
      await page.goto(`${address}/rights`)
      await page.locator('main table button').first().click()
      await page.locator('dialog').waitFor()
    },
  },
  {
    name: 'delegation',
    role: 'manager',
    open: async (page, address) => {
      await page.goto(`${address}/delegation`)
      await page.locator('input[type="search"]').fill('an')
      await page.locator('.card ul button').first().waitFor()
    },
  },
  at('sign-in-settings', 'administrator', '/sign-in-settings'),
  {
    name: 'scim',
    role: 'administrator',
    open: async (page, address) => {
      await page.goto(`${address}/scim`)
      await page.locator('input[name="name"]').fill('Entra ID')
      await page.locator('section:has(#make-scim-token) button[type="submit"]').click()
      await page.locator('main table').nth(1).waitFor()
    },
  },
  at('trust', 'auditor', '/trust'),
]
