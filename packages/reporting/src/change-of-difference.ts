import { middleOf } from '@chorus/anonymity/shown-sample'
import type { Band, Change } from '@chorus/contracts/publish'
import { tQuantile } from '@chorus/psychometrics/student-t'

type Compared = Pick<Change, 'difference' | 'test'>

/**
 * By how much a unit moved more than what it is a part of: the difference of two differences, each of one wave (`partAndWhole`), with its 95 %
 * interval. Waves are taken as independent. Mostly the same people answer, and nobody knows who answered what: so the interval is rather too wide than too
 * narrow. Degrees of freedom: the smaller of both, which is on the safe side of Welch's.
 * @returns null where either wave was not tested
 */
export function changeOfDifference(
  before: Compared,
  after: Compared,
): { readonly difference: number; readonly interval: Band } | null {
  if (!before.test || !after.test || before.difference === null || after.difference === null) return null
  const difference = middleOf(after.difference) - middleOf(before.difference)
  const standardError = Math.hypot(before.test.standardError, after.test.standardError)
  const half = tQuantile(0.975, Math.min(before.test.df, after.test.df)) * standardError
  return { difference, interval: { lo: difference - half, hi: difference + half } }
}
