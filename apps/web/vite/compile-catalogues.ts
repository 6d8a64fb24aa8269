import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/**
 * Turns the ICU texts of `src/lib/i18n/messages` into Lingui's compiled form while building, so that no
 * parser is sent to the browser. Compiled texts are JSON again: a string, or a list of strings and places.
 */
export function compileCatalogues(): Plugin {
  return {
    name: 'chorus-compile-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /\/i18n\/messages\/.*\.json$/ },
      handler: (source) => ({ code: compileCatalogue(source), map: null }),
    },
  }
}

function compileCatalogue(source: string): string {
  const texts: Record<string, string> = JSON.parse(source)
  return JSON.stringify(
    Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, compileMessage(text)])),
  )
}
