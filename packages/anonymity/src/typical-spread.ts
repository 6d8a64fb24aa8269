import type { Measure } from '@chorus/instruments/score'
import type { Tally } from './tally.ts'

/**
 * The spread of answers inside a unit, pooled over all units of the organisation, per measure, to two decimals. Intervals of small
 * cells are made with it, so that no cell's own spread is given away. It rests on `minimum` answers, and on a third of
 * them beyond the first of each unit; without, nothing is said, and `typicalSpread` assumes one.
 * @param own counts per unit itself, not rolled up
 * @returns measure id -> standard deviation in scale points
 * Source: pooled variance, sum of squared deviations over n - units (Cochran 1977).
 */
export function pooledSpread(own: Tally, minimum: number): Record<string, number> {
  const spread: [string, number][] = []
  own.blocks.forEach(({ measures }, block) => {
    measures.forEach(({ id }, position) => {
      let n = 0
      let deviations = 0
      let freedom = 0
      for (let unit = 0; unit < own.units.length; unit++) {
        const sums = own.sumsOf(unit, block, position)
        if (sums.n === 0) continue
        n += sums.n
        freedom += sums.n - 1
        deviations += (sums.sumOfSquares - sums.sum ** 2 / sums.n) / sums.divisor ** 2
      }
      if (n < minimum || freedom < minimum / 3) return
      spread.push([id, Math.round(Math.sqrt(Math.max(0, deviations) / freedom) * 100) / 100])
    })
  })
  return Object.fromEntries(spread)
}

/** The released spread of a measure; where there is none, a quarter of its range, which few teams exceed. */
export function typicalSpread(released: Readonly<Record<string, number>>, { id, min, max }: Measure): number {
  return released[id] ?? (max - min) / 4
}
