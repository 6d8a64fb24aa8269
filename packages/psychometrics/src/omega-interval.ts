import type { Statistic } from './absent.ts'
import { bootstrapInterval } from './bootstrap-interval.ts'
import { covariancesOf } from './covariances.ts'
import { type ItemSums, mergeItemSums } from './item-sums.ts'
import type { Interval } from './mean-interval.ts'
import { omegaTotal } from './omega-total.ts'

/**
 * 95 % bootstrap interval of omega: there is no formula for it that holds for answers on seven points.
 * Samples without a proper fit are left out. Whole organisation, from 100 people.
 * Source: Flora (2020); Efron (1979), percentile interval.
 * @param parts sums of blocks of people, `itemSumsInBlocks`: one block each for the ordinary bootstrap, a few hundred
 *   blocks for a million answers
 * @returns absent below two blocks, or when no sample can be fitted
 * @example
 * const answers = (person, item) => 4 + (person & 8 ? 2 : -2) + ((person >> item) & 1)
 * const rows = Array.from({ length: 16 }, (_, person) => [0, 1, 2].map((item) => answers(person, item)))
 * omegaInterval(itemSumsInBlocks(rows, [1, 1, 1], 16), { resamples: 200 }).value // { lo: 0.973, hi: 0.987 }
 */
export function omegaInterval(
  parts: readonly ItemSums[],
  options: { readonly seed?: number; readonly resamples?: number } = {},
): Statistic<Interval> {
  return bootstrapInterval(
    parts,
    (drawn) => {
      const items = covariancesOf(mergeItemSums(drawn))
      const found = items.ok ? omegaTotal(items.value) : items
      return found.ok ? found.value.omega : null
    },
    { resamples: 1000, ...options },
  )
}
