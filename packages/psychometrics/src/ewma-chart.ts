export type EwmaChart = {
  readonly averages: readonly number[]
  /** Per wave: they widen towards the asymptotic ones. */
  readonly limits: readonly { readonly lo: number; readonly hi: number }[]
  readonly asymptoticLimits: { readonly lo: number; readonly hi: number }
  /** Positions, counted from 0, of the averages beyond their limits. */
  readonly signals: readonly number[]
}

export type EwmaOptions = {
  /** The level without any change: the mean of 20 baseline waves or more, or a target. */
  readonly centre: number
  /** Spread of one wave's value about it. */
  readonly sigma: number
  /** Weight of the newest wave, above 0, at most 1. */
  readonly weight?: number
  /** Distance of the limits, in spreads of the average. */
  readonly width?: number
}

/**
 * Waves until a signal, on average, when nothing changed and when the level moved by half a sigma or one, for the weight and width
 * taken unless others are given and asymptotic limits from the first wave on; the narrower first limits find a change that was there from
 * the beginning about one wave sooner. Source: computed with R package spc 0.6.7.
 */
export const ewmaWavesUntilSignal = { noShift: 500, halfSigma: 42, oneSigma: 10.5 }

/**
 * Exponentially weighted moving average: the waves so far, the newest weighing most, with limits. It sees small lasting changes
 * several times sooner than single points do. For waves of different numbers of answers take `waveScores`, centre 0 and sigma 1.
 * Source: Roberts (1959); Lucas & Saccucci (1990), whose .2 and 2.962 are the values taken unless others are given; R package qcc, ewma.
 * @param values one per wave, in order of time
 * @example ewmaChart([1, 1], { centre: 0, sigma: 1, weight: 0.5 }).averages // [0.5, 0.75]
 */
export function ewmaChart(
  values: readonly number[],
  { centre, sigma, weight = 0.2, width = 2.962 }: EwmaOptions,
): EwmaChart {
  const asymptotic = width * sigma * Math.sqrt(weight / (2 - weight))
  const around = (half: number) => ({ lo: centre - half, hi: centre + half })
  let average = centre
  const averages = values.map((value) => {
    average = weight * value + (1 - weight) * average
    return average
  })
  const halves = values.map((_, i) => asymptotic * Math.sqrt(1 - (1 - weight) ** (2 * (i + 1))))
  return {
    averages,
    limits: halves.map(around),
    asymptoticLimits: around(asymptotic),
    signals: averages.flatMap((one, i) => (Math.abs(one - centre) > (halves[i] ?? 0) ? [i] : [])),
  }
}
