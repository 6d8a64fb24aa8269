import type { MeasureFigures } from '@chorus/contracts/publish'
import type { AnswerRange } from './personal-width.ts'

/** What n people's answers show together: their sum, and the sum of their squares as a range for each sum. */
export type ShownMoments = {
  readonly n: number
  readonly lo: number
  readonly hi: number
  readonly variance: { readonly lo: number; readonly hi: number }
}

/** So many sets of answers must stay possible; up to three are as good as knowing. */
const enough = 4

/** Pairs of a sum and a sum of squares beyond which nobody needs to count sets; and steps before the count gives up. */
const plenty = { pairs: 200, steps: 20_000 }

/** The variance (divisor n - 1) that the shown spread admits, in parts squared; null when none is shown. */
export function shownVariance(
  { sd, agreement }: MeasureFigures,
  { min, max, parts }: AnswerRange,
): { lo: number; hi: number } | null {
  if (sd === null && agreement === null) return null
  const points = (max - min) / parts + 1
  // r_wg = 1 - variance / variance of random answers, (points^2 - 1) / 12.
  const random = (points * points - 1) / 12
  let lo = 0
  let hi = Number.POSITIVE_INFINITY
  const admit = (least: number, most: number) => {
    lo = Math.max(lo, least)
    hi = Math.min(hi, most)
  }
  if (sd !== null) {
    const band = typeof sd === 'number' ? { lo: sd, hi: sd } : sd
    admit(Math.max(0, band.lo) ** 2, band.hi ** 2)
  }
  if (agreement === 'weak') admit(0.5 * random, hi)
  if (agreement === 'moderate') admit(0.3 * random, 0.5 * random)
  if (agreement === 'strong') admit(0, 0.3 * random)
  const slack = 1e-9
  return { lo: lo * parts * parts * (1 - slack), hi: hi * parts * parts * (1 + slack) }
}

/** Do number, sum and spread leave at most three sets of answers? A count that takes too long counts as yes. */
export function leavesFewSets(shown: ShownMoments, { min, max }: AnswerRange): boolean {
  const { n, lo, hi } = shown
  let pairs = 0
  for (let sum = lo; sum <= hi && pairs < plenty.pairs; sum++) {
    const squares = squaresOf(shown, sum)
    const least = Math.max(squares.lo, leastSquares(n, sum))
    const most = Math.min(squares.hi, mostSquares(n, sum, min, max))
    pairs += Math.max(0, Math.floor((most - least) / 2) + 1)
  }
  if (pairs >= plenty.pairs) return false
  const count = { sets: 0, steps: plenty.steps }
  for (let sum = lo; sum <= hi && count.sets < enough; sum++)
    countSets(n, sum, squaresOf(shown, sum), min, max, count)
  return count.sets < enough
}

/** Can one of them have given this answer? As far as sums of squares tell, which is all but the parity. */
export function isSpreadPossible(answer: number, shown: ShownMoments, { min, max }: AnswerRange): boolean {
  const others = shown.n - 1
  for (let sum = shown.lo; sum <= shown.hi; sum++) {
    const rest = sum - answer
    if (rest < others * min || rest > others * max) continue
    const squares = squaresOf(shown, sum)
    if (
      leastSquares(others, rest) + answer ** 2 <= squares.hi &&
      mostSquares(others, rest, min, max) + answer ** 2 >= squares.lo
    )
      return true
  }
  return false
}

function squaresOf({ n, variance }: ShownMoments, sum: number): { lo: number; hi: number } {
  const centre = (sum * sum) / n
  return {
    lo: Math.ceil(centre + variance.lo * (n - 1) - 1e-6),
    hi: Math.floor(centre + variance.hi * (n - 1) + 1e-6),
  }
}

/** Sets of n whole numbers from min to top with this sum and squares: how many have the greatest number, then go on below it. */
function countSets(
  n: number,
  sum: number,
  squares: { lo: number; hi: number },
  min: number,
  top: number,
  count: { sets: number; steps: number },
): void {
  if (count.sets >= enough || count.steps-- <= 0) return
  if (sum < n * min || sum > n * top) return
  if (leastSquares(n, sum) > squares.hi || mostSquares(n, sum, min, top) < squares.lo) return
  if (n === 0 || top === min) {
    count.sets++
    return
  }
  for (let times = 0; times <= n; times++) {
    const used = times * top
    const usedSquares = used * top
    const left = { lo: squares.lo - usedSquares, hi: squares.hi - usedSquares }
    countSets(n - times, sum - used, left, min, top - 1, count)
  }
}

/** All as equal as whole numbers can be. */
function leastSquares(n: number, sum: number): number {
  if (n === 0) return 0
  const each = Math.floor(sum / n)
  const more = sum - n * each
  return n * each * each + more * (2 * each + 1)
}

/** As many as possible at the two ends, one in between. */
function mostSquares(n: number, sum: number, min: number, max: number): number {
  if (n === 0 || max === min) return n * min * min
  const above = sum - n * min
  const high = Math.floor(above / (max - min))
  const between = min + above - high * (max - min)
  return high >= n ? n * max * max : high * max * max + between * between + (n - high - 1) * min * min
}
