/**
 * r_wg of one item: how far the spread of a group is from that of answers given at random, 1 - s2 / ((A2 - 1) / 12),
 * capped at 0. 1 = everybody said the same.
 * Source: James, Demaree & Wolf (1984); uniform null.
 * @param variance of the answers, divisor n - 1
 * @param points number of possible answers A
 */
export function itemAgreement(variance: number, points: number): number {
  return Math.max(0, 1 - variance / ((points * points - 1) / 12))
}

/**
 * r_wg(j) of a scale: J (1 - r) / (J (1 - r) + r), with r the mean item variance over the variance of answers given at random,
 * capped at 1. Rises with the number of items.
 * Source: James, Demaree & Wolf (1984); uniform null.
 * @param variances of the items, divisor n - 1; at least one
 */
export function scaleAgreement(variances: readonly number[], points: number): number {
  const mean = variances.reduce((sum, variance) => sum + variance, 0) / variances.length
  const ratio = Math.min(1, mean / ((points * points - 1) / 12))
  const agreed = variances.length * (1 - ratio)
  return agreed === 0 ? 0 : agreed / (agreed + ratio)
}
