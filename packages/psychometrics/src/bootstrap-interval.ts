import { present } from '@chorus/basics/assert'
import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { Interval } from './mean-interval.ts'
import { quantileSorted } from './quantile.ts'
import { seededRandom } from './seeded-random.ts'

/**
 * 95 % percentile bootstrap interval of any statistic: how it scatters when the answers are drawn anew, with replacement, from
 * themselves. For statistics without a formula. Of few answers it is too narrow, by sqrt((n-1)/n) and more: below 20 take the t interval.
 * Source: Efron (1979); quantiles of type 7, as R boot.ci does it for "perc" up to interpolation.
 * @param rows what is drawn: answers, or whole rows of a table, so that what belongs together stays together
 * @param statistic of one resample; null where it has none, which is left out
 * @param options the seed makes it repeatable
 * @returns absent below two rows, or when fewer than half of the resamples have the statistic
 * @example bootstrapInterval([2, 2, 2], (drawn) => drawn[0]).value // { lo: 2, hi: 2 }
 */
export function bootstrapInterval<Row>(
  rows: readonly Row[],
  statistic: (resample: readonly Row[]) => number | null,
  { seed = 1, resamples = 10_000 }: { readonly seed?: number; readonly resamples?: number } = {},
): Statistic<Interval> {
  const intervals = bootstrapIntervals(
    rows,
    (drawn) => {
      const value = statistic(drawn)
      return value === null ? null : [value]
    },
    { seed, resamples },
  )
  const only = intervals.ok ? intervals.value[0] : undefined
  if (!intervals.ok) return intervals
  return only === undefined ? absent('no-fit') : ok(only)
}

/**
 * The same of several statistics at once, from the same resamples.
 * @param statistics of one resample, always as many; null where it has none, which is left out
 * @example bootstrapIntervals([2, 2], ([x]) => [x, -x]).value // [{ lo: 2, hi: 2 }, { lo: -2, hi: -2 }]
 */
export function bootstrapIntervals<Row>(
  rows: readonly Row[],
  statistics: (resample: readonly Row[]) => readonly number[] | null,
  { seed = 1, resamples = 10_000 }: { readonly seed?: number; readonly resamples?: number } = {},
): Statistic<Interval[]> {
  if (rows.length < 2) return absent('too-few-answers')
  const random = seededRandom(seed)
  const drawn = [...rows]
  const found: number[][] = []
  for (let round = 0; round < resamples; round++) {
    for (let i = 0; i < drawn.length; i++) {
      const row = rows[Math.floor(random() * rows.length)]
      if (row !== undefined) drawn[i] = row
    }
    statistics(drawn)?.forEach((value, i) => {
      const values = found[i] ?? []
      values.push(value)
      found[i] = values
    })
  }
  if ((found[0]?.length ?? 0) < resamples / 2) return absent('no-fit')
  return ok(found.map(percentileInterval))
}

function percentileInterval(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    lo: present(quantileSorted(sorted, 0.025), 'quantile'),
    hi: present(quantileSorted(sorted, 0.975), 'quantile'),
  }
}
