import type { Pieces } from '@chorus/contracts/lessons'
import { mentionedIn, mentionOf } from '@chorus/contracts/mention-text'

/** Ends a word for PostgreSQL, and is not seen. */
const gap = '\x01'
const lessThan = '\x02'
const ofMasks = /(?![\n\t])[\p{Cc}\p{Co}]/gu
/** PostgreSQL takes them for letters: “word” would not be marked where somebody looks for it. */
const signs = /[^\p{L}\p{M}\p{N}\p{ASCII}]/gu
/** From here on each character stands for somebody who is mentioned. */
const firstPerson = 0xe010
const mostPeople = 0xf8ff - firstPerson

/**
 * For texts in which PostgreSQL is to mark words. A mention would be cut in pieces and stands as one character of Unicode's private use; markup
 * would be left out, and "<" stands as another character; other signs have gaps around them. What people wrote keeps no character of these.
 */
export function maskFor(texts: readonly string[]): {
  readonly mask: (text: string) => string
  readonly unmask: (pieces: Pieces) => Pieces
} {
  const masks = mentionedIn(...texts)
    .slice(0, mostPeople)
    .map((person, at) => [mentionOf(person), String.fromCharCode(firstPerson + at)] as const)
  return {
    mask: (text) =>
      masks
        .reduce(
          (rest, [mention, character]) => rest.replaceAll(mention, character),
          text.replace(ofMasks, ''),
        )
        .replaceAll('<', lessThan)
        .replace(signs, `${gap}$&${gap}`),
    unmask: (pieces) =>
      pieces
        .map(({ text, hit }) => ({
          text: masks.reduce(
            (rest, [mention, character]) => rest.replaceAll(character, mention),
            text.replaceAll(gap, '').replaceAll(lessThan, '<'),
          ),
          hit,
        }))
        .filter(({ text }) => text !== ''),
  }
}
