import { uniformNull } from './null-variance.ts'

/**
 * r_wg of one item: how far the spread of a group is from that of answers given at random, 1 - s2 / null variance,
 * capped at 0. 1 = everybody said the same. A description from 8 people on; of five, chance alone passes .70 in 6 % of groups.
 * Source: James, Demaree & Wolf (1984); R multilevel::rwg.
 * @param variance of the answers, divisor n - 1
 * @param points number of possible answers A
 * @param nullVariance of random answers: `uniformNull` unless given, or `slightSkewNull`
 * @example itemAgreement(1, 7) // 0.75
 */
export function itemAgreement(
  variance: number,
  points: number,
  nullVariance: number = uniformNull(points),
): number {
  return Math.max(0, lindellAgreement(variance, nullVariance))
}

/**
 * r_wg(j): agreement of a group over a scale of J items, J (1 - r) / (J (1 - r) + r) with r the mean item variance over
 * the null variance, at most 1. Rises with the number of items at equal spread: show r*_wg(j) or AD beside it.
 * A description from 8 people on.
 * Source: James, Demaree & Wolf (1984); R multilevel::rwg.j.
 * @param meanVariance mean of the items' variances (divisor n - 1)
 * @param items J
 * @example scaleAgreement(1, 7, 4) // 0.9545
 */
export function scaleAgreement(meanVariance: number, items: number, nullVariance: number): number {
  return scaleAgreementUncapped(Math.min(meanVariance, nullVariance), items, nullVariance) ?? 0
}

/**
 * The same formula where answers are more spread than random ones. It means nothing there and may even exceed 1; kept
 * to compare with other programs, never to show. Null where it divides by 0.
 * @example scaleAgreementUncapped(4, 3, 2) // 3
 */
export function scaleAgreementUncapped(
  meanVariance: number,
  items: number,
  nullVariance: number,
): number | null {
  const r = meanVariance / nullVariance
  const whole = items * (1 - r) + r
  return whole === 0 ? null : (items * (1 - r)) / whole
}

/**
 * r*_wg(j): 1 - mean item variance / null variance, not capped: below 0 people are more divided than random answers.
 * Does not rise with the number of items. A description from 8 people on.
 * Source: Lindell, Brandt & Whitney (1999); R multilevel::rwg.j.lindell.
 * @example lindellAgreement(4, 2) // -1
 */
export function lindellAgreement(meanVariance: number, nullVariance: number): number {
  return 1 - meanVariance / nullVariance
}
