/** The catalogues named after the slash, joined by "+", as one file per language: made by `vite/catalogues.ts`. */
declare module 'virtual:texts/*' {
  import type { Messages } from '@lingui/core'

  export const loadCatalogue: (locale: string) => Promise<Messages>
}
