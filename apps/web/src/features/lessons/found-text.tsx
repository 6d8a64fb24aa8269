import type { Pieces } from '@chorus/contracts/lessons'

/** A text with the words marked that were looked for. */
export function FoundText({ pieces }: { pieces: Pieces }) {
  let start = 0
  return pieces.map(({ text, hit }) => {
    const key = start
    start += text.length
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
