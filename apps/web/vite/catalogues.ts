import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const messages = join(import.meta.dirname, '..', 'src', 'lib', 'i18n', 'messages')
const prefix = 'virtual:texts/'

/**
 * Makes the modules `virtual:texts/<catalogue>+<catalogue>…`. Each knows one further module per language, with all its texts in one file,
 * and loads the one that is asked for: a page carries a line for each language, and the texts of one.
 * The ICU texts of `src/lib/i18n/messages` become Lingui's compiled form while building, so that no parser is sent to the browser.
 */
export function catalogues(): Plugin {
  return {
    name: 'chorus-catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const [parts = '', locale] = id.slice(prefix.length + 1).split('/')
      if (locale === undefined) return loaderOf(parts)
      const files = parts.split('+').map((part) => join(messages, locale, `${part}.json`))
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(Object.assign({}, ...files.map(compiled)))}`
    },
  }
}

function loaderOf(parts: string): string {
  const loaders = readdirSync(messages).map(
    (locale) => `${JSON.stringify(locale)}: () => import(${JSON.stringify(`${prefix}${parts}/${locale}`)})`,
  )
  return `const loaders = { ${loaders.join(', ')} }
export const loadCatalogue = (locale) => loaders[locale]().then((texts) => texts.default)`
}

/** Compiled texts are JSON again: a string, or a list of strings and places. */
function compiled(file: string): Record<string, unknown> {
  const texts: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, compileMessage(text)]))
}
