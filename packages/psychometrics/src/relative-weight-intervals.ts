import { ok } from '@chorus/basics/result'
import type { Statistic } from './absent.ts'
import { bootstrapIntervals } from './bootstrap-interval.ts'
import { covariancesOf } from './covariances.ts'
import { type ItemSums, itemSumsInBlocks, mergeItemSums } from './item-sums.ts'
import type { Interval } from './mean-interval.ts'
import { relativeWeights } from './relative-weights.ts'
import { seededRandom } from './seeded-random.ts'

export type WeightInterval = {
  readonly weight: Interval
  /** Weight minus that of a predictor made of random numbers: 0 inside it means no better than noise. */
  readonly aboveRandom: Interval
  readonly better: boolean
}

/**
 * 95 % bootstrap intervals of relative weights. A weight cannot be below 0, so its own interval never holds 0; a random
 * predictor is put beside the others, and a weight counts only where it is surely greater than that one's.
 * From 100 people and 15 per predictor.
 * Source: Tonidandel, LeBreton & Johnson (2009).
 * @param rows predictors, and the outcome as the last; incomplete rows are left out
 * @param options origins near the values, one per column; blocks as of `itemSumsInBlocks`
 * @returns one entry per predictor; absent where no sample has weights
 * @example
 * const rows = Array.from({ length: 64 }, (_, i) => [i & 1, (i >> 1) & 1, 3 * (i & 1) + ((i >> 2) & 1)])
 * relativeWeightIntervals(rows, { origins: [0, 0, 0], blocks: 64, resamples: 100 }).value.map((one) => one.better) // [true, false]
 */
export function relativeWeightIntervals(
  rows: Iterable<readonly (number | null)[]>,
  options: {
    readonly origins: readonly number[]
    readonly blocks: number
    readonly seed?: number
    readonly resamples?: number
  },
): Statistic<WeightInterval[]> {
  const { origins, blocks, seed = 1, resamples = 1000 } = options
  const parts = itemSumsInBlocks(withRandom(rows, seed), [0.5, ...origins], blocks)
  return weightIntervalsOfBlocks(parts, { seed: seed + 1, resamples })
}

/**
 * The same from sums of blocks of people that somebody else has made, the random predictor already among them.
 * @param parts sums of a random predictor, the predictors, and the outcome as the last
 * @example
 * const rows = Array.from({ length: 64 }, (_, i) => [((i * 37) % 64) / 64, i & 1, 3 * (i & 1) + ((i >> 2) & 1)])
 * weightIntervalsOfBlocks(itemSumsInBlocks(rows, [0.5, 0, 0], 64), { resamples: 100 }).value.map((one) => one.better) // [true]
 */
export function weightIntervalsOfBlocks(
  parts: readonly ItemSums[],
  options: { readonly seed?: number; readonly resamples?: number } = {},
): Statistic<WeightInterval[]> {
  const intervals = bootstrapIntervals(
    parts,
    (drawn) => {
      const variables = covariancesOf(mergeItemSums(drawn))
      const found = variables.ok ? relativeWeights(variables.value) : variables
      if (!found.ok) return null
      const [random = 0, ...weights] = found.value.predictors.map(({ weight }) => weight)
      return [...weights, ...weights.map((weight) => weight - random)]
    },
    { resamples: 1000, ...options },
  )
  if (!intervals.ok) return intervals
  const count = (parts[0]?.origins.length ?? 0) - 2
  return ok(
    intervals.value.slice(0, count).map((weight, i) => {
      const aboveRandom = intervals.value[count + i] ?? weight
      return { weight, aboveRandom, better: aboveRandom.lo > 0 }
    }),
  )
}

function* withRandom(
  rows: Iterable<readonly (number | null)[]>,
  seed: number,
): Generator<readonly (number | null)[]> {
  const random = seededRandom(seed)
  for (const row of rows) yield [random(), ...row]
}
