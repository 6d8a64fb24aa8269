export type CusumChart = {
  /** Sums of what lay above the centre by more than the slack, in the unit of the values; and below it. */
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly decisionLimit: number
  /** Positions, counted from 0, of the waves with a sum beyond the limit. */
  readonly signals: readonly number[]
}

export type CusumOptions = {
  /** The level without any change: the mean of 20 baseline waves or more, or a target. */
  readonly centre: number
  /** Spread of one wave's value about it. */
  readonly sigma: number
  /** k, in sigmas: half the change that is looked for. */
  readonly slack?: number
  /** h, in sigmas. */
  readonly limit?: number
}

/**
 * Waves until a signal, on average, when nothing changed and when the level moved by half a sigma or one, by the limit, for a slack
 * of .5. Source: computed with R package spc 0.6.7.
 */
export const cusumWavesUntilSignal = {
  5: { noShift: 465, halfSigma: 38, oneSigma: 10.4 },
  4: { noShift: 168, halfSigma: 27, oneSigma: 8.4 },
}

/**
 * Cumulative sums: small deviations to the same side add up until they are too much for chance. The best at a lasting change of about
 * one sigma. For waves of different numbers of answers take `waveScores`, centre 0 and sigma 1.
 * Source: Page (1954), tabular form; Montgomery; R package qcc, cusum.
 * @param values one per wave, in order of time
 * @example cusumChart([1, 1], { centre: 0, sigma: 1 }).high // [0.5, 1]
 */
export function cusumChart(
  values: readonly number[],
  { centre, sigma, slack = 0.5, limit = 5 }: CusumOptions,
): CusumChart {
  const high = sums(values, (value) => value - centre - slack * sigma)
  const low = sums(values, (value) => centre - value - slack * sigma)
  const decisionLimit = limit * sigma
  const isBeyond = (_: number, i: number) => Math.max(high[i] ?? 0, low[i] ?? 0) > decisionLimit
  return { high, low, decisionLimit, signals: [...values.keys()].filter(isBeyond) }
}

/** A sum that starts anew whenever it would fall below nothing. */
function sums(values: readonly number[], excess: (value: number) => number): number[] {
  let sum = 0
  return values.map((value) => {
    sum = Math.max(0, sum + excess(value))
    return sum
  })
}
