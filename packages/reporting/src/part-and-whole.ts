import { middleOf, widthOf } from '@chorus/anonymity/shown-sample'
import type { Change, Figure } from '@chorus/contracts/publish'
import { smallestSeenChange } from '@chorus/psychometrics/smallest-seen-change'
import { tQuantile } from '@chorus/psychometrics/student-t'

/** What is shown of a group: how many answered, the mean, and the spread to reckon with. */
export type ShownGroup = { readonly n: Figure; readonly mean: Figure; readonly spread: number }

/**
 * Whether a unit lies above or below a unit that it is itself a part of, from what is shown of both. The two share people, so their means
 * move together: with f the share of the part in the whole, var(part - whole) = var(whole) + (1 - 2 f) var(part). Nothing is worked out of the
 * people who are in the whole and not in the part; only how many they are counts, since too few of them are nothing to compare with.
 * Called like a change: two steps wide or more, and the 95 % interval excludes 0. The errors of the two steps are added (width squared over 12).
 * Source: variance of a difference, cov(part, whole) = f var(part); equal to comparing the part with the rest, where both spread alike.
 * Degrees of freedom: the smaller of part and rest less one, the lower bound of Welch's.
 * @param minimum answers that the part and the rest need
 * @returns the difference as `changeFamily` judges it, 'up' for above; 'too few' below the minimum
 */
export function partAndWhole(part: ShownGroup, whole: ShownGroup, minimum: number): Omit<Change, 'since'> {
  const [n, all] = [middleOf(part.n), middleOf(whole.n)]
  const points = rounded(middleOf(part.mean) - middleOf(whole.mean))
  const untested = { difference: points, interval: null, smallestSeen: null, test: null }
  if (n < minimum || all - n < minimum) return { ...untested, verdict: 'too few' }
  const [ofPart, ofWhole] = [part.spread ** 2 / n, whole.spread ** 2 / all]
  const ofSteps = (widthOf(part.mean) ** 2 + widthOf(whole.mean) ** 2) / 12
  const standardError = Math.sqrt(Math.max(0, ofWhole + (1 - 2 * (n / all)) * ofPart) + ofSteps)
  if (standardError === 0) return { ...untested, verdict: 'no change shown' }
  const df = Math.min(n, all - n) - 1
  const half = tQuantile(0.975, df) * standardError
  const interval = { lo: points - half, hi: points + half }
  const twoSteps = 2 * Math.max(widthOf(part.mean), widthOf(whole.mean))
  const seen = Math.abs(points) >= twoSteps - 1e-9
  return {
    difference: points,
    interval,
    smallestSeen: Math.max(smallestSeenChange(standardError, df), twoSteps),
    test: { standardError, df },
    verdict: seen && interval.lo > 0 ? 'up' : seen && interval.hi < 0 ? 'down' : 'no change shown',
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
