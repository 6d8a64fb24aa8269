/**
 * Probability that a standard normal value stays below x; small tails keep all their digits.
 * Source: rational approximations of Cody (1969), Math. Comp. 23, 631-637, in the arrangement of his ANORM (1993); far
 * out the continued fraction DLMF 7.9.
 * @example normalCdf(1.96) // 0.9750021048518
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x)
  if (distance <= 0.67448975) return 0.5 + x * centre(x * x)
  const tail = gauss(distance) * (distance <= Math.sqrt(32) ? shoulder(distance) : farTail(distance))
  return x > 0 ? 1 - tail : tail
}

/**
 * Probability that a standard normal value exceeds x.
 * @example normalUpper(4.5) // 3.3976731247e-06
 */
export function normalUpper(x: number): number {
  return normalCdf(-x)
}

/**
 * The value that a share p of all standard normal draws stays below.
 * The tail is at most exp(-x^2 / 2) / 2, which gives a start beyond the quantile; the logarithm of the tail bends one
 * way only, so Newton's steps from there come back without overshooting.
 * @param p above 0 and below 1
 * @example normalQuantile(0.975) // 1.95996398454
 */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p)
  let x = Math.min(37.5, Math.sqrt(-2 * Math.log(2 * tail)))
  for (let round = 0; round < 100; round++) {
    const above = normalUpper(x)
    const step = (Math.log(above / tail) * above) / normalDensity(x)
    x += step
    if (Math.abs(step) <= 1e-15) break
  }
  return p < 0.5 ? -x : x
}

/** @example normalDensity(0) // 0.3989422804014 */
export function normalDensity(x: number): number {
  return gauss(x) / Math.sqrt(2 * Math.PI)
}

/** exp(-x^2 / 2), with the square split so that its rounding is not blown up by the exponential. */
function gauss(x: number): number {
  const rough = Math.trunc(x * 16) / 16
  return Math.exp(-0.5 * rough * rough) * Math.exp(-0.5 * (x - rough) * (x + rough))
}

function centre(square: number): number {
  return (
    polynomial(
      square,
      [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
    ) / polynomial(square, [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673])
  )
}

function shoulder(x: number): number {
  return (
    polynomial(
      x,
      [
        1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
        2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
      ],
    ) /
    polynomial(
      x,
      [
        1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
        34900.95272114598, 38912.00328609327, 19685.429676859992,
      ],
    )
  )
}

/** Laplace's continued fraction for tail / exp(-x^2 / 2): from 5.6 on, 40 levels are exact. */
function farTail(x: number): number {
  let level = x
  for (let n = 40; n > 0; n--) level = x + n / level
  return 1 / (level * Math.sqrt(2 * Math.PI))
}

/** Horner's rule, highest power first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0)
}
