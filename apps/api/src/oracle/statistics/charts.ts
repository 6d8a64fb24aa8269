import { cusumChart } from '@chorus/psychometrics/cusum-chart'
import { ewmaChart } from '@chorus/psychometrics/ewma-chart'
import { xmrChart } from '@chorus/psychometrics/xmr-chart'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { valuesFromData, valuesOf } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { fromOne } from './pair.ts'

/** A wave without a value would move all later ones: here every value is needed. */
const wavesInline = z.strictObject({ values: z.array(z.number()) })
const baseline = { baseline: z.int().min(1).optional() }

export const xmr = statistic(
  z.union([wavesInline.extend(baseline), valuesFromData.extend(baseline)]),
  (input, { data }) => {
    const values = valuesOf(input, data)
    const known = { values, baseline_points: Math.min(values.length, input.baseline ?? values.length) }
    const chart = orAbsent(xmrChart(values, input.baseline), known)
    const { centre, movingRanges, meanMovingRange, sigma, limits, movingRangeLimit, signals } = chart
    return {
      ...known,
      centre,
      moving_range: movingRanges,
      mr_bar: meanMovingRange,
      sigma,
      ucl: limits.hi,
      lcl: limits.lo,
      mr_ucl: movingRangeLimit,
      constant_3_over_d2: (limits.hi - centre) / meanMovingRange,
      constant_D4: movingRangeLimit / meanMovingRange,
      // The rounded factors of printed tables, which differ in the third decimal.
      ucl_wheeler_2_660: centre + 2.66 * meanMovingRange,
      lcl_wheeler_2_660: centre - 2.66 * meanMovingRange,
      mr_ucl_wheeler_3_268: 3.268 * meanMovingRange,
      signals_1based: {
        beyond_3_sigma: fromOne(signals.beyondThreeSigma),
        two_of_three_beyond_2_sigma: fromOne(signals.twoOfThreeBeyondTwoSigma),
        four_of_five_beyond_1_sigma: fromOne(signals.fourOfFiveBeyondOneSigma),
        eight_one_side: fromOne(signals.eightOnOneSide),
      },
    }
  },
)

const level = { mu0: z.number(), sigma: z.number() }

export const ewma = statistic(
  wavesInline.extend({ ...level, lambda: z.number(), L: z.number() }),
  ({ values, mu0, sigma, lambda, L }) => {
    const chart = ewmaChart(values, { centre: mu0, sigma, weight: lambda, width: L })
    return {
      ewma: chart.averages,
      ucl: chart.limits.map(({ hi }) => hi),
      lcl: chart.limits.map(({ lo }) => lo),
      asymptotic_ucl: chart.asymptoticLimits.hi,
      asymptotic_lcl: chart.asymptoticLimits.lo,
      signals_1based: fromOne(chart.signals),
    }
  },
)

export const cusum = statistic(
  wavesInline.extend({ ...level, k: z.number(), h: z.number() }),
  ({ values, mu0, sigma, k, h }) => {
    const chart = cusumChart(values, { centre: mu0, sigma, slack: k, limit: h })
    return {
      cusum_high: chart.high,
      cusum_low: chart.low,
      decision_limit: chart.decisionLimit,
      signals_1based: fromOne(chart.signals),
    }
  },
)
