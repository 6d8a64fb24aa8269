import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { fQuantile } from './f-distribution.ts'
import type { Interval } from './mean-interval.ts'
import { normalQuantile } from './normal.ts'
import type { OneWayAnova } from './one-way-anova.ts'

/**
 * ICC(1): how alike two members of one group are, the share of spread that belongs to groups. 0 or below: groups do not
 * differ detectably, and a ranking of them must be off. Labels in use: .01 small, .10 medium, .25 large.
 * (MSB - MSW) / (MSB + (n0 - 1) MSW). From 10 groups (30 are better) of 4 on average.
 * Source: Bartko (1976); Bliese (2000); CRAN ICC::ICCest. multilevel::ICC1 takes the mean size instead of n0.
 * @param size of a group: n0 unless given
 * @example icc1(oneWayAnova([{ n: 2, mean: 1, sd: 1 }, { n: 2, mean: 3, sd: 1 }]).value) // 0.6
 */
export function icc1({ between, within, sizes }: OneWayAnova, size: number = sizes.typical): number {
  return (between.meanSquare - within.meanSquare) / (between.meanSquare + (size - 1) * within.meanSquare)
}

/**
 * ICC(2): how reliable the groups' means are at the average size; .70 wants 21 answers per team where ICC(1) is .10.
 * (MSB - MSW) / MSB = 1 - 1 / F. From 10 groups (30 are better) of 4 on average.
 * Source: Bartko (1976); Bliese (2000); R multilevel::ICC2.
 * @returns absent where all means are equal: it would be minus infinity
 * @example icc2(oneWayAnova([{ n: 2, mean: 1, sd: 1 }, { n: 2, mean: 3, sd: 1 }]).value).value // 0.75
 */
export function icc2({ between, within }: OneWayAnova): Statistic<number> {
  if (between.meanSquare === 0) return absent('no-spread')
  return ok((between.meanSquare - within.meanSquare) / between.meanSquare)
}

/**
 * 95 % interval of ICC(1) from the F test: exact for groups of equal size, else approximate. From 10 groups.
 * Source: Searle (1971); Donner (1979).
 * @example icc1Interval(oneWayAnova([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 3, sd: 1 }]).value).lo // 0.1776
 */
export function icc1Interval(anova: OneWayAnova): Interval {
  const bounds = fBounds(anova)
  if (bounds === null) return { lo: 1, hi: 1 }
  const share = (f: number) => (f - 1) / (f + anova.sizes.typical - 1)
  return { lo: share(bounds.lo), hi: share(bounds.hi) }
}

/**
 * 95 % interval of ICC(2), from the same F test. From 10 groups.
 * @returns absent where ICC(2) is
 * @example icc2Interval(oneWayAnova([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 3, sd: 1 }]).value).value.lo // 0.6603
 */
export function icc2Interval(anova: OneWayAnova): Statistic<Interval> {
  const bounds = fBounds(anova)
  if (bounds === null) return ok({ lo: 1, hi: 1 })
  if (bounds.hi === 0) return absent('no-spread')
  return ok({ lo: 1 - 1 / bounds.lo, hi: 1 - 1 / bounds.hi })
}

/** The ratios of true mean squares that the F found is likely for; null where F is beyond all bounds. */
function fBounds({ f, between, within }: OneWayAnova): Interval | null {
  if (f === null) return null
  return {
    lo: f / fQuantile(0.975, [between.df, within.df]),
    hi: f * fQuantile(0.975, [within.df, between.df]),
  }
}

/**
 * Standard error of ICC(1) for groups of unequal size, and the symmetric 95 % interval from it. From 30 groups.
 * Source: Smith (1957); CRAN ICC::ICCest(CI.type = "Smith").
 * @example smithInterval(oneWayAnova([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 3, sd: 1 }]).value).se // 0.3493
 */
export function smithInterval(anova: OneWayAnova): { se: number; interval: Interval } {
  const { total, groups, sizes } = anova
  const r = icc1(anova)
  const n0 = sizes.typical
  const unequal = sizes.squares - (2 * sizes.cubes) / total + (sizes.squares / total) ** 2
  const within = (1 + r * (n0 - 1)) ** 2 / (total - groups)
  const between = ((groups - 1) * (1 - r) * (1 + r * (2 * n0 - 1)) + r * r * unequal) / (groups - 1) ** 2
  const se = Math.sqrt(((2 * (1 - r) ** 2) / n0 ** 2) * (within + between))
  const half = normalQuantile(0.975) * se
  return { se, interval: { lo: r - half, hi: r + half } }
}
