import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { fUpper } from './f-distribution.ts'
import { sumOf } from './matrix.ts'
import type { Sample } from './moments.ts'

/** Sum of squares, degrees of freedom and mean square. */
export type SpreadSource = { readonly squares: number; readonly df: number; readonly meanSquare: number }

export type OneWayAnova = {
  readonly groups: number
  readonly total: number
  readonly grandMean: number
  readonly between: SpreadSource
  readonly within: SpreadSource
  /** Null where nobody differs from his own group: then it is beyond all bounds. */
  readonly f: number | null
  /** Probability of such an F or a greater one if groups did not differ; 0 where F is beyond all bounds. */
  readonly p: number
  /** Share of all spread that lies between groups; flattered by chance, unlike ICC(1). */
  readonly etaSquared: number
  readonly sizes: {
    readonly mean: number
    /** n0: size that unequal groups are worth, (N - sum n^2 / N) / (a - 1). */
    readonly typical: number
    readonly harmonic: number
    /** Size of the group that an average person is in, sum n^2 / N. */
    readonly kish: number
    /** Sums of the squares and cubes of the sizes. */
    readonly squares: number
    readonly cubes: number
  }
}

/**
 * Whether groups differ more than their members' spread explains: the spread of all values divided into between and
 * within groups, with the F test. From 10 groups (30 are better) of 4 on average.
 * Source: Fisher (1925); Searle (1971) for n0; R stats::aov.
 * @param groups only those with values; a group of one counts between groups only
 * @returns absent for one group, where no group has two values, and where all values are equal
 * @example oneWayAnova([{ n: 2, mean: 1, sd: 1 }, { n: 2, mean: 3, sd: 1 }]).value.f // 4
 */
export function oneWayAnova(groups: readonly Sample[]): Statistic<OneWayAnova> {
  const a = groups.length
  const total = sumOf(groups.map(({ n }) => n))
  if (a < 2) return absent('too-few-groups')
  if (total <= a) return absent('too-few-answers')
  const grandMean = sumOf(groups.map(({ n, mean }) => n * mean)) / total
  const between = source(sumOf(groups.map(({ n, mean }) => n * (mean - grandMean) ** 2)), a - 1)
  const within = source(sumOf(groups.map(({ n, sd }) => (n - 1) * (sd ?? 0) ** 2)), total - a)
  // Means of equal decimals may differ in their last digit: that is no spread.
  if (between.squares + within.squares <= 1e-24 * total * grandMean ** 2) return absent('no-spread')

  const f = within.squares === 0 ? null : between.meanSquare / within.meanSquare
  const squares = sumOf(groups.map(({ n }) => n ** 2))
  return ok({
    groups: a,
    total,
    grandMean,
    between,
    within,
    f,
    p: f === null ? 0 : fUpper(f, [between.df, within.df]),
    etaSquared: between.squares / (between.squares + within.squares),
    sizes: {
      mean: total / a,
      typical: (total - squares / total) / (a - 1),
      harmonic: a / sumOf(groups.map(({ n }) => 1 / n)),
      kish: squares / total,
      squares,
      cubes: sumOf(groups.map(({ n }) => n ** 3)),
    },
  })
}

function source(squares: number, df: number): SpreadSource {
  return { squares, df, meanSquare: squares / df }
}
