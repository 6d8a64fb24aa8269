import { mentionOf, partsOfText } from '@chorus/contracts/mention-text'

/** Of one length whatever it stands for. */
const black = '█████'

/** Stands in for a name that nobody has any more: no passage has it. */
const nobody = '\u0000'

/**
 * A stored text with a passage blacked out at every place at which readers see it, however its words are spaced. A mention that it touches goes
 * as a whole, so that no part of a name stays.
 * @param nameOf today's name; undefined for whoever has left
 */
export function coverPassage(
  text: string,
  passage: string,
  nameOf: (person: string) => string | undefined,
): string {
  const pieces = partsOfText(text).flatMap((part) =>
    'words' in part
      ? [...part.words].map((letter) => ({ shown: letter, stored: letter }))
      : [{ shown: `@${nameOf(part.person) ?? nobody}`, stored: mentionOf(part.person) }],
  )
  const places = [
    ...pieces
      .map(({ shown }) => shown)
      .join('')
      .matchAll(asPattern(passage)),
  ].map((found) => [found.index, found.index + found[0].length] as const)
  let from = 0
  let covered = ''
  for (const { shown, stored } of pieces) {
    const to = from + shown.length
    const place = places.find(([start, end]) => start < to && from < end)
    // Once for each place, at its first piece.
    if (!place) covered += stored
    else if (from <= place[0]) covered += black
    from = to
  }
  return covered
}

function asPattern(passage: string): RegExp {
  const words = passage
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(words.join('\\s+'), 'gu')
}
