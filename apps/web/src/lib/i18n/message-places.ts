import { compileMessage } from '@lingui/message-utils/compileMessage'

/** A place for a value in a text. Of a plural: the forms that it gives, by name ("one", "few", or an exact number). */
export type Place = { readonly name: string; readonly forms: readonly string[] | null }

/** All places of a text in ICU form, at any depth. */
export function placesOf(text: string): Place[] {
  return partsOf(compileMessage(text)).flatMap((part) => (typeof part === 'string' ? [] : [part]))
}

/** What of a text is shown as it stands. A text that cannot be read is shown with its braces. */
export function textsOf(text: string): string[] {
  return partsOf(compileMessage(text)).flatMap((part) => (typeof part === 'string' ? [part] : []))
}

/** Compiled, a text is a list of texts and of [name, kind, options], and so is each option. */
function partsOf(compiled: unknown): (string | Place)[] {
  if (typeof compiled === 'string') return compiled === '#' ? [] : [compiled]
  if (!Array.isArray(compiled)) return []
  return compiled.flatMap((part: unknown) => (Array.isArray(part) ? placeParts(part) : partsOf(part)))
}

function placeParts([name, kind, options]: unknown[]): (string | Place)[] {
  const all = typeof options === 'object' && options ? Object.entries(options) : []
  const inside = all.filter(([form]) => form !== 'offset')
  const forms = kind === 'plural' ? inside.map(([form]) => form) : null
  return [{ name: String(name), forms }, ...inside.flatMap(([, option]) => partsOf(option))]
}
