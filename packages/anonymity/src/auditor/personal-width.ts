import type { AuditedMeasure } from './audit-input.ts'

/** Answers as whole numbers: of a scale of five items in fifths of a point. Widths are in the same parts. */
export type AnswerRange = {
  readonly min: number
  readonly max: number
  /** Parts in one scale point: 1 for an item, the number of items for a scale. */
  readonly parts: number
  /** What anybody's answer, and the sum of any few answers, must stay uncertain by: 3 points of 7. */
  readonly width: number
}

/** Of seven answers four must stay possible, of others the same share and at least two. */
export function answerRange(measure: AuditedMeasure, parts: number): AnswerRange {
  const points = measure.max - measure.min + 1
  const possible = Math.max(2, Math.ceil((4 / 7) * points))
  return { min: measure.min * parts, max: measure.max * parts, parts, width: (possible - 1) * parts }
}

export type TightKind = 'interval-pinned' | 'interval-tight' | 'interval-narrow'

/**
 * What is known of few people in a set of n whose sum lies from lo to hi. The sum of j of them is at least j * min and lo - (n - j) *
 * max, at most j * max and hi - (n - j) * min. The distance of the least from the greatest is the smallest of:
 * j * (max - min); n * max - lo; hi - n * min; (hi - lo) + (n - j) * (max - min). So only sets near all-highest or
 * all-lowest say something about few people, and sets of so few people themselves.
 * @param most the largest number of people that must not be known together
 */
export function tightestGroup(
  { min, max, width }: AnswerRange,
  n: number,
  lo: number,
  hi: number,
  most: number,
): TightKind | null {
  const fromTop = n * max - lo
  const fromBottom = hi - n * min
  if (fromTop >= width && fromBottom >= width && n > most) return null
  let tightest: TightKind | null = null
  for (let j = 1; j <= Math.min(n, most); j++) {
    const left = Math.min(j * (max - min), fromTop, fromBottom, hi - lo + (n - j) * (max - min))
    if (left <= 0) return 'interval-pinned'
    if (left < width) tightest ??= j === 1 ? 'interval-narrow' : 'interval-tight'
  }
  return tightest
}

/** The same question for answers that `isPossible` knows one by one. Holes count: {1, 5} are two possible answers. */
export function isNarrow(
  { min, max, parts, width }: AnswerRange,
  isPossible: (answer: number) => boolean,
): boolean {
  if (parts === 1) {
    let possible = 0
    for (let answer = min; answer <= max; answer++) if (isPossible(answer) && ++possible > width) return false
    return true
  }
  let lowest = min
  while (lowest <= max && !isPossible(lowest)) lowest++
  let highest = max
  while (highest > lowest && !isPossible(highest)) highest--
  return highest - lowest < width
}
