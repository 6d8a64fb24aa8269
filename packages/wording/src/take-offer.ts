import type { Finding } from './finding.ts'

/**
 * A text with the words on offer in place of what was found; the text itself where a question is on offer. Where something is left out, its
 * space goes along, and what then begins the sentence has a capital letter.
 */
export function takeOffer(text: string, { from, to, offer }: Finding): string {
  if (offer.kind === 'question') return text
  const before = text.slice(0, from)
  const after = text.slice(to)
  if (offer.text !== '')
    return before + offer.text + (offer.text.endsWith(',') ? after.replace(/^,/, '') : after)
  const rest = after.replace(/^ /, '')
  const wasCapital = /^\p{Lu}/u.test(text.slice(from))
  return before + (wasCapital ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : rest)
}
