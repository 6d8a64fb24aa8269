import { logBeta } from './log-beta.ts'

/**
 * Regularised incomplete beta function I_x(a, b): the tails of t, F and binomial are made of it.
 * Source: continued fraction DLMF 8.17.22, evaluated by Lentz's method; the symmetry
 * I_x(a, b) = 1 - I_{1-x}(b, a) keeps it on the side where it converges fast.
 * @param x from 0 to 1
 * @param complement 1 - x, where the caller knows it more exactly than the subtraction would give it
 * @example incompleteBeta(0.5, 2, 3) // 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number, complement: number = 1 - x): number {
  if (x <= 0) return 0
  if (complement <= 0) return 1
  const front = betaKernel(x, a, b, complement)
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(complement, b, a)) / b
}

/**
 * x^a (1 - x)^b / B(a, b): what stands in front of the continued fraction, and the density of log(x / (1 - x)).
 * @example betaKernel(0.5, 1, 1) // 0.25
 */
export function betaKernel(x: number, a: number, b: number, complement: number = 1 - x): number {
  return Math.exp(a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b))
}
/** log of a share, from whichever of it and its complement still has all its digits. */
function logOf(share: number, complement: number): number {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(share)
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const step = c * d
    value *= step
    // One unit in the last place: some fractions swing between two neighbours of 1 for ever.
    if (Math.abs(step - 1) <= Number.EPSILON) break
  }
  return value
}

/** Lentz's method divides by these: a true zero would end it. */
function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
