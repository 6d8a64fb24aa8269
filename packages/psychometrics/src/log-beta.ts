/**
 * Natural logarithm of the beta function, to about 1e-14 for all a, b > 0.
 * Differences of large log-gammas would lose digits, so the Stirling corrections are combined before the large
 * parts are. Source: R's lbeta, after Fullerton (SLATEC).
 * @example logBeta(2, 3) // -2.484906649788
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  const sum = small + large
  if (large < stirlingFrom) return logGamma(small) + logGamma(large) - logGamma(sum)

  const correction = stirlingCorrection(large) - stirlingCorrection(sum)
  if (small < stirlingFrom)
    return (
      logGamma(small) + correction + small - small * Math.log(sum) + (large - 0.5) * Math.log1p(-small / sum)
    )
  return (
    halfLogTwoPi -
    0.5 * Math.log(large) +
    stirlingCorrection(small) +
    correction +
    (small - 0.5) * Math.log(small / sum) +
    large * Math.log1p(-small / sum)
  )
}

/** From here on the series below is exact to the last digit. */
const stirlingFrom = 10
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/**
 * log gamma by Stirling's series, reached from below with gamma(x + 1) = x gamma(x).
 * @example logGamma(5) // 3.178053830348
 */
export function logGamma(x: number): number {
  let product = 1
  let shifted = x
  while (shifted < stirlingFrom) product *= shifted++
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    halfLogTwoPi +
    stirlingCorrection(shifted) -
    Math.log(product)
  )
}

/** What Stirling's formula misses: 1/(12x) - 1/(360x^3) + ... */
function stirlingCorrection(x: number): number {
  const s = 1 / (x * x)
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) /
    x
  )
}
