import { ok } from '@chorus/basics/result'
import { mean } from 'simple-statistics'
import { absent, type Statistic } from './absent.ts'
import { type RunSignals, runSignals } from './run-rules.ts'

export type XmrChart = {
  readonly centre: number
  /** Distances between neighbours, one fewer than points. */
  readonly movingRanges: readonly number[]
  readonly meanMovingRange: number
  /** Spread of a point as neighbours in the baseline tell it. */
  readonly sigma: number
  readonly limits: { readonly lo: number; readonly hi: number }
  readonly movingRangeLimit: number
  readonly signals: RunSignals
}

/** Mean distance of two draws in units of sigma, and the spread of that distance. */
const d2 = 2 / Math.sqrt(Math.PI)
const d3 = Math.sqrt(2 - 4 / Math.PI)

/**
 * Waves until a point beyond three sigma, on average, when nothing changed and when the level moved by half a sigma or one: a chart
 * sees a small change only after many waves. Source: computed with R package spc 0.6.7.
 */
export const xmrWavesUntilSignal = { noShift: 370, halfSigma: 155, oneSigma: 44 }

/**
 * Individuals and moving range chart: is a wave outside of what this team's waves usually do? The first `baseline` waves set centre
 * and limits, all are judged by them. Wants 8 points of baseline, better 20: with limits
 * from 8 waves one of the next twelve is called in 21 of 100 charts although nothing changed, with 20 in 11 (bench coverage). And it wants waves
 * of like numbers of answers; where they differ, chart `waveScores` instead.
 * Source: Wheeler (1993) with d2 = 2 / sqrt(pi) in full; tables use 1.128, 2.660 and 3.268. R package qcc, xbar.one.
 * @param values one per wave, in order of time
 * @param baseline how many of the first waves set the limits; all unless given
 * @returns absent where fewer than two waves are in the baseline, or where they are all the same
 * @example xmrChart([4, 6, 4, 6]).value.centre // 5
 */
export function xmrChart(values: readonly number[], baseline: number = values.length): Statistic<XmrChart> {
  const first = values.slice(0, baseline)
  if (first.length < 2) return absent('too-few-waves')
  const centre = mean(first)
  const movingRanges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
  const meanMovingRange = mean(movingRanges.slice(0, first.length - 1))
  if (meanMovingRange === 0) return absent('no-spread')
  const sigma = meanMovingRange / d2
  return ok({
    centre,
    movingRanges,
    meanMovingRange,
    sigma,
    limits: { lo: centre - 3 * sigma, hi: centre + 3 * sigma },
    movingRangeLimit: (1 + (3 * d3) / d2) * meanMovingRange,
    signals: runSignals(values.map((value) => (value - centre) / sigma)),
  })
}
