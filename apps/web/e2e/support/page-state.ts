import type { Page } from 'playwright-core'
import type { DemoRole } from './running-chorus.ts'

/** A page in a state that a person may find it in: who looks, and the way there. */
export type PageState = {
  readonly name: string
  /** Null: nobody is signed in. */
  readonly role: DemoRole | null
  open(page: Page, address: string): Promise<void>
}

/** A page as its address opens it. */
export function at(name: string, role: DemoRole | null, path: string): PageState {
  return {
    name,
    role,
    open: async (page, address) => {
      await page.goto(`${address}${path}`)
    },
  }
}
