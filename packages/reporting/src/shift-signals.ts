import type { ShiftSignals } from '@chorus/contracts/report'
import { ewmaChart } from '@chorus/psychometrics/ewma-chart'
import { standardError } from '@chorus/psychometrics/mean-interval'
import type { Sample } from '@chorus/psychometrics/moments'
import { runSignals } from '@chorus/psychometrics/run-rules'
import { waveScores } from '@chorus/psychometrics/wave-scores'
import { xmrChart } from '@chorus/psychometrics/xmr-chart'

/** The first waves tell what is usual; before there are so many and one more, nothing is said. */
export const baselineWaves = 8

/**
 * Of a hundred units in which nothing changes, so many at most have a signal in at least one of the next twelve waves: a baseline of eight is
 * short. Measured in this file's test for 10 to 14 answers in half points, where it is highest (10 to 13 of a hundred from 15 answers on), and with
 * none of the slow drift that real teams have.
 */
export const falseAlarmsInTwelve = 19

type Judged = Extract<ShiftSignals, { status: 'judged' }>

/**
 * Whether the newest wave lies outside of what this unit's own waves do by themselves: an individuals chart with run rules, and a
 * moving average (EWMA) that sees small lasting shifts sooner. Each wave enters as a distance from the mean of the first eight in its own
 * standard errors, so that a wave of six is not taken for one of sixty. Neighbours in the baseline say how far waves stray by themselves; that is
 * never taken to be less than the standard errors say, since figures in steps look calmer than they are.
 * Source: Wheeler (1993), Western Electric (1956), Roberts (1959), Lucas & Saccucci (1990).
 * @param waves what a reader may take the shown figures for, oldest first; waves that are not shown are left out
 */
export function shiftSignals(waves: readonly Sample[]): ShiftSignals {
  const needed = baselineWaves + 1
  const known = waves.flatMap((wave) => {
    const error = standardError(wave)
    return error === null || error === 0 ? [] : [{ mean: wave.mean, standardError: error }]
  })
  if (known.length < needed) return { status: 'too few waves', shown: known.length, needed }
  const z = waveScores(known, centreOf(known.slice(0, baselineWaves)))
  const chart = xmrChart(z, baselineWaves)
  const sigma = Math.max(1, chart.ok ? chart.value.sigma : 0)
  const spread = sigma * Math.sqrt(1 + centreVariance)
  const run = runSignals(z.map((value) => sided(value / spread)))
  const average = ewmaChart(z, { centre: 0, sigma: spread })
  const last = z.length - 1
  const found: [Judged['signals'][number], readonly number[]][] = [
    ['far-out', run.beyondThreeSigma],
    ['two-of-three', run.twoOfThreeBeyondTwoSigma],
    ['four-of-five', run.fourOfFiveBeyondOneSigma],
    ['eight-on-one-side', run.eightOnOneSide],
    ['moving-average', average.signals],
  ]
  const signals = found.filter(([, at]) => at.includes(last)).map(([signal]) => signal)
  const [only] = signals
  // A moving average may still be out on one side when the newest wave is back on the other.
  const where = only === 'moving-average' ? average.averages[last] : z[last]
  const side = only === undefined || where === undefined ? null : where > 0 ? 'above' : 'below'
  return { status: 'judged', side, signals }
}

/** The centre is itself known from the baseline only; in variances of one wave. */
const centreVariance = 1 / baselineWaves

/** A wave no farther from the centre than the centre itself is known lies on neither side of it. */
function sided(value: number): number {
  return Math.abs(value) <= Math.sqrt(centreVariance) ? 0 : value
}

type Known = { readonly mean: number; readonly standardError: number }

/** Waves weigh as much as they are known. */
function centreOf(waves: readonly Known[]): number {
  const weights = waves.map((wave) => 1 / wave.standardError ** 2)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return waves.reduce((sum, { mean }, i) => sum + mean * (weights[i] ?? 0), 0) / total
}
