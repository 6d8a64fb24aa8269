import type { Item } from '@chorus/contracts/instrument'
import type { ScaleStatistics, WhyAbsent } from '@chorus/contracts/organisation-statistics'
import { feldtInterval } from '@chorus/psychometrics/alpha-interval'
import { type Covariances, covariancesOf } from '@chorus/psychometrics/covariances'
import { cronbachAlpha } from '@chorus/psychometrics/cronbach-alpha'
import { type ItemFigures, itemAnalysis } from '@chorus/psychometrics/item-analysis'
import { omegaInterval } from '@chorus/psychometrics/omega-interval'
import { omegaTotal } from '@chorus/psychometrics/omega-total'
import type { SumsInParts } from './organisation-tally.ts'
import { bandInTwoDecimals, tooAlike, twoDecimals } from './rules/whole-organisation.ts'

type Reliability = Pick<ScaleStatistics, 'alpha' | 'omega' | 'items'>

/** A bootstrap of fewer parts would be too sure of itself. */
export const fewestParts = 20
export const resamples = 500

/**
 * How consistently the statements of one scale measure, over everybody who answered all of them.
 * @param minimum people that this needs
 */
export function scaleReliability(
  items: readonly Item[],
  counted: SumsInParts | null,
  minimum: number,
): Reliability {
  if (counted === null || counted.whole.n < minimum) return none('too-few-answers')
  if (items.length < 3) return none('too-few-items')
  const covariances = covariancesOf(counted.whole)
  if (!covariances.ok) return none('too-few-answers')
  if (isAlike(covariances.value, items)) return none('too-alike')
  return {
    alpha: alphaOf(covariances.value),
    omega: omegaOf(covariances.value, counted),
    items: itemsOf(covariances.value, items),
  }
}

/** Whether answers to any of these hardly differ. */
export function isAlike(
  { matrix }: Covariances,
  ranges: readonly { readonly min: number; readonly max: number }[],
): boolean {
  return ranges.some(({ min, max }, i) => Math.sqrt(matrix[i]?.[i] ?? 0) < tooAlike.spread * (max - min))
}

function none(why: WhyAbsent): Reliability {
  return { alpha: { absent: why }, omega: { absent: why }, items: { absent: why } }
}

function alphaOf(items: Covariances): Reliability['alpha'] {
  const found = cronbachAlpha(items)
  if (!found.ok) return { absent: 'no-fit' }
  const { alpha } = found.value
  const interval = feldtInterval({ alpha, n: items.n, k: items.matrix.length })
  return { value: twoDecimals(alpha), interval: interval.ok ? bandInTwoDecimals(interval.value) : null }
}

function omegaOf(items: Covariances, { parts }: SumsInParts): Reliability['omega'] {
  const found = omegaTotal(items)
  if (!found.ok) return { absent: 'no-fit' }
  const interval = parts.length < fewestParts ? null : omegaInterval(parts, { resamples })
  return {
    value: twoDecimals(found.value.omega),
    interval: interval?.ok ? bandInTwoDecimals(interval.value) : null,
  }
}

function itemsOf(covariances: Covariances, items: readonly Item[]): Reliability['items'] {
  const found = itemAnalysis(covariances)
  if (!found.ok) return { absent: 'too-few-items' }
  return items.flatMap(({ id }, i) => fitOf(id, found.value[i]))
}

/** Left out where the other items cancel each other to a constant: there is nothing to go with. */
function fitOf(id: string, figures: ItemFigures | undefined) {
  if (!figures || figures.itemRest === null) return []
  const { itemRest, alphaIfDeleted } = figures
  return [
    {
      id,
      itemRest: twoDecimals(itemRest),
      alphaIfDeleted: alphaIfDeleted === null ? null : twoDecimals(alphaIfDeleted),
    },
  ]
}
