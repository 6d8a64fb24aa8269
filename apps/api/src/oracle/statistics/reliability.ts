import {
  bonettInterval,
  bonettWrightInterval,
  duhachekInterval,
  feldtInterval,
} from '@chorus/psychometrics/alpha-interval'
import { cronbachAlpha } from '@chorus/psychometrics/cronbach-alpha'
import { guttmanLambda6 } from '@chorus/psychometrics/guttman-lambda6'
import { itemAnalysis } from '@chorus/psychometrics/item-analysis'
import { omegaTotal } from '@chorus/psychometrics/omega-total'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { covariancesOfRows, itemsFromData, itemsInline, orientedRows } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { pairOrNull } from './pair.ts'

/** Alpha and its kin speak of complete cases only; the file may say so. */
const missing = { missing: z.literal('complete cases').optional() }
const items = z.union([itemsInline.extend(missing), itemsFromData.extend(missing)])

export const alpha = statistic(items, (input, { data }) => {
  const rows = orientedRows(input, data)
  const covariances = covariancesOfRows(rows, { n_rows: rows.length })
  const { n, matrix } = covariances
  const counts = { n_rows: rows.length, n_complete: n, k: matrix.length }
  const found = orAbsent(cronbachAlpha(covariances), counts)
  const known = { alpha: found.alpha, n, k: matrix.length }
  const lambda6 = guttmanLambda6(covariances)
  const duhachek = duhachekInterval(covariances, found.alpha)
  return {
    ...counts,
    alpha: found.alpha,
    alpha_standardized: found.standardized,
    average_r: found.averageCorrelation,
    sum_item_variance: found.sumOfItemVariances,
    total_variance: found.totalVariance,
    ci95_feldt: pairOrNull(feldtInterval(known)),
    ci95_bonett2002: pairOrNull(bonettInterval(known)),
    ci95_bonett_wright2015: pairOrNull(bonettWrightInterval(known)),
    se_duhachek: duhachek.ok ? duhachek.value.se : null,
    ci95_duhachek: duhachek.ok ? [duhachek.value.interval.lo, duhachek.value.interval.hi] : null,
    guttman_lambda6: lambda6.ok ? lambda6.value : null,
  }
})

export const omega = statistic(items, (input, { data }) => {
  const covariances = covariancesOfRows(orientedRows(input, data))
  const counts = { n_complete: covariances.n, k: covariances.matrix.length }
  const found = orAbsent(omegaTotal(covariances), counts)
  return {
    ...counts,
    omega_total: found.omega,
    omega_total_standardized: found.standardized,
    omega_total_observed_variance: found.observedVariance,
    loadings_standardized: found.standardizedFit.loadings,
    uniqueness_standardized: found.standardizedFit.uniquenesses,
    loadings_raw: found.raw.loadings,
  }
})

export const itemAnalysisOf = statistic(items, (input, { data }) => {
  const covariances = covariancesOfRows(orientedRows(input, data))
  const item = 'dataset' in input ? input.columns : covariances.means.map((_, i) => String(i + 1))
  const found = orAbsent(itemAnalysis(covariances), { item })
  return {
    item,
    mean: found.map(({ mean }) => mean),
    sd: found.map(({ sd }) => sd),
    r_item_total: found.map(({ itemTotal }) => itemTotal),
    r_item_rest: found.map(({ itemRest }) => itemRest),
    alpha_if_deleted: found.map(({ alphaIfDeleted }) => alphaIfDeleted),
  }
})
