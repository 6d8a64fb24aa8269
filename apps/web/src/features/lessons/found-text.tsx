import type { Pieces } from '@chorus/contracts/lessons'
import { Mentions } from '../../ui/mentions.tsx'

/** A text with the words marked that were looked for. */
export function FoundText({ pieces }: { pieces: Pieces }) {
  let start = 0
  return pieces.map(({ text, hit }) => {
    const key = start
    start += text.length
    return hit ? <mark key={key}>{text}</mark> : <Mentions key={key} text={text} />
  })
}
