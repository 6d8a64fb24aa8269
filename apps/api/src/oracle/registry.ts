import type { Compute } from './statistic.ts'
import { agreement } from './statistics/agreement.ts'
import { cusum, ewma, xmr } from './statistics/charts.ts'
import { distributionFunctions } from './statistics/distributions.ts'
import { iccOneway } from './statistics/intraclass.ts'
import { meanCi } from './statistics/means.ts'
import { relativeWeightsOf } from './statistics/relative-weights.ts'
import { alpha, itemAnalysisOf, omega } from './statistics/reliability.ts'
import { reversed, scaleScores } from './statistics/scores.ts'
import { benjaminiHochbergOf, enpsOf, favourabilityOf, wilson } from './statistics/shares.ts'
import { empiricalBayes } from './statistics/teams.ts'
import { waveChangeOf } from './statistics/wave-change.ts'

/** Every statistic that cases may name, and who computes it: table of contents. */
export const statistics: ReadonlyMap<string, Compute> = new Map([
  ['reverse_score', reversed],
  ['scale_score', scaleScores],
  ['cronbach_alpha', alpha],
  ['omega_total', omega],
  ['item_analysis', itemAnalysisOf],
  ['agreement', agreement],
  ['icc_oneway', iccOneway],
  ['empirical_bayes', empiricalBayes],
  ['wave_change', waveChangeOf],
  ['mean_ci', meanCi],
  ['xmr', xmr],
  ['ewma', ewma],
  ['cusum', cusum],
  ['relative_weights', relativeWeightsOf],
  ['favourability', favourabilityOf],
  ['wilson', wilson],
  ['enps', enpsOf],
  ['benjamini_hochberg', benjaminiHochbergOf],
  ['distribution_functions', distributionFunctions],
])
