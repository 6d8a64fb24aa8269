import type { ReviewNames } from '@chorus/contracts/reviews'
import type { KeptPart } from '@chorus/db/stores/review-parts'
import { findNames, indexNames } from '@chorus/wording/find-names'
import { wordsOf } from '@chorus/wording/words'

/** Which of some names stand in which part, each once. */
export function namesInParts(parts: readonly KeptPart[], names: readonly string[]): ReviewNames['names'] {
  const index = indexNames(names)
  return parts.flatMap(({ part, content }) => {
    const found = findNames(wordsOf(textsIn(content).join('\n')), index)
    return [...new Set(found.map(({ name }) => name))].map((name) => ({ part, name }))
  })
}

/** Every text in a part, however deep it stands. */
function textsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content]
  if (typeof content !== 'object' || content === null) return []
  return Object.values(content).flatMap(textsIn)
}
