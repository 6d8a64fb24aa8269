import type { OrganisationStatistics } from '@chorus/contracts/organisation-statistics'
import type { Figure } from '@chorus/contracts/publish'
import { type Covariances, covariancesOf } from '@chorus/psychometrics/covariances'
import { weightIntervalsOfBlocks } from '@chorus/psychometrics/relative-weight-intervals'
import { relativeWeights } from '@chorus/psychometrics/relative-weights'
import type { OrganisationTally } from './organisation-tally.ts'
import { bandInTwoDecimals, twoDecimals } from './rules/whole-organisation.ts'
import { fewestParts, isAlike, resamples } from './scale-reliability.ts'

/** People for each scale that is compared with the others (rule of thumb of regression). */
const answersPerScale = 15

/**
 * What engagement goes along with most, of all the scales that were asked.
 * @param minimum people that this needs
 * @param shownCount how the number of people is shown
 */
export function driversOf(
  tally: OrganisationTally,
  minimum: number,
  shownCount: (n: number) => Figure,
): OrganisationStatistics['drivers'] {
  const counted = tally.together()
  const outcome = tally.blocks[tally.outcome]
  const scales = tally.predictors().flatMap((number) => tally.blocks[number] ?? [])
  if (!outcome || tally.outcomeNotAsked()) return { absent: 'not-asked' }
  if (scales.length < 2) return { absent: 'too-few-scales' }
  if (counted === null || counted.whole.n < Math.max(minimum, answersPerScale * scales.length))
    return { absent: 'too-few-answers' }
  const all = covariancesOf(counted.whole)
  if (!all.ok) return { absent: 'too-few-answers' }
  const variables = withoutFirst(all.value)
  const widths = [...scales, outcome].map(({ items }) => ({
    min: 0,
    max: items.reduce((sum, { min, max }) => sum + max - min, 0),
  }))
  if (isAlike(variables, widths)) return { absent: 'too-alike' }
  const weights = relativeWeights(variables)
  if (!weights.ok) return { absent: 'no-fit' }
  const found =
    counted.parts.length < fewestParts ? null : weightIntervalsOfBlocks(counted.parts, { resamples })
  const intervals = found?.ok ? found.value : []
  return {
    outcome: outcome.id,
    n: shownCount(counted.whole.n),
    rSquared: twoDecimals(weights.value.rSquared),
    scales: weights.value.predictors.map(({ weight, zeroOrder }, i) => {
      const around = intervals[i]
      return {
        scale: scales[i]?.id ?? '',
        weight: twoDecimals(weight),
        interval: around ? bandInTwoDecimals(around.weight) : null,
        aboveRandom: around ? bandInTwoDecimals(around.aboveRandom) : null,
        direction: zeroOrder < 0 ? 'negative' : 'positive',
      }
    }),
  }
}

/** The random predictor is there for the intervals only. */
function withoutFirst({ n, means, matrix }: Covariances): Covariances {
  return { n, means: means.slice(1), matrix: matrix.slice(1).map((row) => row.slice(1)) }
}
