import { isCountPossible } from './answer-counts.ts'
import type { DisplayedMeasure } from './displayed-block.ts'
import { isAnswerPossible } from './favourable-answers.ts'
import { countsOf, fewPeople, isOpen, type KnownAnswers } from './known-answers.ts'
import { isNarrow, type TightKind, tightestGroup } from './personal-width.ts'

/**
 * What is too narrow about some people.
 * @param most the largest number of people that must not be known together
 */
export function tightestPeople(
  { n, sum, favourable, answers }: KnownAnswers,
  { range, favourableFrom: from }: DisplayedMeasure,
  most: number,
): TightKind | null {
  const tight = tightestGroup(range, n, sum.lo, sum.hi, most)
  if (tight) return tight
  const set = { n, ...sum }
  if (favourable) {
    const told = { ...set, few: favourable.lo, many: favourable.hi }
    if (isNarrow(range, (answer) => isAnswerPossible(answer, told, range, from))) return 'interval-narrow'
  }
  const possible = answers.filter(({ hi }) => hi > 0).length
  if (isOpen(answers, n) || (n > fewPeople && possible > range.width)) return null
  const counts = countsOf(answers)
  return isNarrow(range, (answer) => isCountPossible(answer, counts, set, range.min))
    ? 'interval-narrow'
    : null
}
