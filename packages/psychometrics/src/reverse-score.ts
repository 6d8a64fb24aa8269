/**
 * Turns an answer round inside its range, so that high means the same for every item of a scale.
 * Source: psych::reverse.code; x' = min + max - x.
 * @example reverseScore(2, { min: 1, max: 7 }) // 6
 */
export function reverseScore(answer: number, range: { min: number; max: number }): number {
  return range.min + range.max - answer
}
