import { fold, foldText } from '@chorus/basics/folded-text'

/** A stretch of a text, and whether it is one that was searched for. */
export type Piece = { readonly text: string; readonly isHit: boolean }

/**
 * The text in pieces, those that were searched for marked, whatever their case and accents.
 * @param search words, all of which the text must hold; nothing searched for is held by every text
 * @returns null when the text does not hold all of them
 */
export function searchHits(text: string, search: string): Piece[] | null {
  const words = search.split(/\s+/).map(fold).filter(Boolean)
  const { text: folded, from } = foldText(text)
  const hits: [number, number][] = []
  for (const word of words) {
    const before = hits.length
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      let end = at + word.length
      // A letter that is folded into two is marked as a whole.
      while (from[end] === from[end - 1]) end++
      hits.push([from[at] ?? 0, from[end] ?? text.length])
    }
    if (hits.length === before) return null
  }
  return piecesOf(text, hits)
}

function piecesOf(text: string, hits: readonly [number, number][]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of hits.toSorted((a, b) => a[0] - b[0])) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    if (end > at) pieces.push({ text: text.slice(Math.max(at, start), end), isHit: true })
    at = Math.max(at, end)
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false })
  return pieces
}
