/**
 * r_wg of one item: how far the spread of a group is from that of answers given at random, 1 - s2 / ((A2 - 1) / 12),
 * capped at 0. 1 = everybody said the same.
 * Source: James, Demaree & Wolf (1984); uniform null.
 * @param variance of the answers, divisor n - 1
 * @param points number of possible answers A
 * @example itemAgreement(1, 7) // 0.75
 */
export function itemAgreement(variance: number, points: number): number {
  return Math.max(0, 1 - variance / ((points * points - 1) / 12))
}
