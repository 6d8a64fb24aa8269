import type { Pieces } from '@chorus/contracts/lessons'
import { hitBegins, hitEnds } from '@chorus/db/stores/lesson-search'

/** What PostgreSQL marked, in pieces. Nothing of it is ever markup. */
export function markedPieces(text: string): Pieces {
  return text
    .split(hitBegins)
    .flatMap((part, index) => {
      const [hit = '', rest] = index === 0 ? [undefined, part] : part.split(hitEnds)
      return [
        { text: hit, hit: true },
        { text: rest ?? '', hit: false },
      ]
    })
    .filter((piece) => piece.text !== '')
}

/** Pieces of what PostgreSQL cut out of a text, with an ellipsis where the text goes on. */
export function excerptPieces(excerpt: string, text: string): Pieces {
  const pieces = markedPieces(excerpt)
  const plain = pieces.map((piece) => piece.text).join('')
  return [
    ...(text.startsWith(plain) ? [] : [{ text: '… ', hit: false }]),
    ...pieces,
    ...(text.endsWith(plain) ? [] : [{ text: ' …', hit: false }]),
  ]
}

const around = 60

/**
 * Where words stand in texts without spaces, which PostgreSQL cannot mark: each as it was typed.
 * @returns the surroundings of the first of them; the beginning of the text where there is none
 */
export function piecesAround(text: string, words: string): Pieces {
  const wanted = words
    .normalize('NFKC')
    .split(/[\s"“”„«»]+/)
    .filter((word) => word !== '' && !word.startsWith('-'))
  const hits = new RegExp(wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'giu')
  const first = wanted.length === 0 ? 0 : Math.max(text.search(hits), 0)
  const start = Math.max(0, first - around)
  const shown = text.slice(start, first + 2 * around)
  const pieces: Pieces = start > 0 ? [{ text: '… ', hit: false }] : []
  let done = 0
  for (const match of wanted.length === 0 ? [] : shown.matchAll(hits)) {
    pieces.push({ text: shown.slice(done, match.index), hit: false }, { text: match[0], hit: true })
    done = match.index + match[0].length
  }
  pieces.push({ text: shown.slice(done), hit: false })
  if (first + 2 * around < text.length) pieces.push({ text: ' …', hit: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** Whether words are of a writing that has no spaces. */
export const hasNoSpaces = (words: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)
