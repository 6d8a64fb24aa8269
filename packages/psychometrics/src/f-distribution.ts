import { betaKernel, incompleteBeta } from './incomplete-beta.ts'

/** Degrees of freedom, above 0 and not necessarily whole: of the upper and of the lower mean square. */
type Freedom = readonly [upper: number, lower: number]

/**
 * Probability that a ratio of two independent variance estimates of one variance stays below f.
 * Source: P(F <= f) = I_y(df1/2, df2/2) with y = df1 f / (df1 f + df2) (Johnson, Kotz & Balakrishnan 1995, ch. 27).
 * @param f 0 or more
 * @example fCdf(1, [2, 2]) // 0.5
 */
export function fCdf(f: number, [df1, df2]: Freedom): number {
  const { share, rest } = beta(f, [df1, df2])
  return incompleteBeta(share, df1 / 2, df2 / 2, rest)
}

/**
 * Probability that the ratio exceeds f; exact in relative terms however small it is.
 * @example fUpper(9, [2, 2]) // 0.1
 */
export function fUpper(f: number, [df1, df2]: Freedom): number {
  const { share, rest } = beta(f, [df1, df2])
  return incompleteBeta(rest, df2 / 2, df1 / 2, share)
}

/**
 * The ratio that a share p of all draws stays below.
 * @param p above 0 and below 1
 * @example fQuantile(0.975, [5, 18]) // 3.381967805875
 */
export function fQuantile(p: number, freedom: Freedom): number {
  return fPoint({ below: p, above: 1 - p }, freedom)
}

/**
 * The ratio with given probabilities on its two sides; whoever knows the smaller one exactly gives both.
 * Seen over log f both tails bend one way only (log f has a log-concave density), so Newton's steps on the
 * logarithm of the smaller tail come to the point from one side; a step is held to a factor of e^3, because the first
 * one may overshoot.
 * @param sides two probabilities that sum to 1
 * @returns 0, or infinity, where the point lies beyond 1e-300 or 1e300
 * @example fPoint({ below: 0.9, above: 0.1 }, [2, 2]) // 9
 */
export function fPoint(sides: { below: number; above: number }, freedom: Freedom): number {
  const lower = sides.below < sides.above
  const wanted = lower ? sides.below : sides.above
  const outwards = lower ? -1 : 1
  let f = 1
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 1000 && f > 1e-300 && f < 1e300; round++) {
    const tail = lower ? fCdf(f, freedom) : fUpper(f, freedom)
    const newton = (outwards * Math.log(tail / wanted) * tail) / densityOfLog(f, freedom)
    // A tail too small for a number: half of the last step was too far.
    const step = tail > 0 ? Math.max(-3, Math.min(3, newton)) : (-outwards * before) / 2
    f *= Math.exp(step)
    // Near the point steps shrink fast; one that does not is rounding.
    const size = Math.abs(step)
    if (size < 1e-15 || (size < 1e-6 && size >= before)) break
    before = size
  }
  if (f <= 1e-300) return 0
  return f < 1e300 ? f : Number.POSITIVE_INFINITY
}

function densityOfLog(f: number, [df1, df2]: Freedom): number {
  const { share, rest } = beta(f, [df1, df2])
  return betaKernel(share, df1 / 2, df2 / 2, rest)
}

/** The two shares that make F a beta variable, each without subtraction. */
function beta(f: number, [df1, df2]: Freedom): { share: number; rest: number } {
  const whole = df1 * f + df2
  return { share: (df1 * f) / whole, rest: df2 / whole }
}
