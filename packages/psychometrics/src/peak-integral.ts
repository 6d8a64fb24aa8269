/**
 * Integral over the whole line of a positive function that has one peak and falls off exponentially on both sides.
 * There the plain trapezoid rule squares its error with each halving of the step, so when a halving changes the eighth
 * digit the sixteenth is right.
 * Source: Trefethen & Weideman (2014), SIAM Review 56, 385-458.
 * @param peak where the function is largest, roughly
 * @param width about how far from the peak it has halved
 * @example peakIntegral((x) => Math.exp(-x * x), 0, 1) // 1.7724538509055
 */
export function peakIntegral(f: (x: number) => number, peak: number, width: number): number {
  let step = width
  let sum = f(peak) + outwards(f, peak, step) + outwards(f, peak, -step)
  for (let round = 0; round < 12; round++) {
    const between = outwards(f, peak - step / 2, step) + outwards(f, peak + step / 2, -step)
    const change = Math.abs(between - sum)
    sum += between
    step /= 2
    if (change <= 1e-8 * sum) break
  }
  return sum * step
}

/** Terms at start + step, start + 2 step, ... until they add nothing any more. */
function outwards(f: (x: number) => number, start: number, step: number): number {
  let sum = 0
  for (let n = 1; n < 1_000_000; n++) {
    const term = f(start + n * step)
    sum += term
    if (term <= 1e-19 * sum) return sum
  }
  throw new Error('the function does not fall off')
}
