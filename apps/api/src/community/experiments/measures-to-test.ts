import type { ExperimentMeasure } from '@chorus/contracts/experiments'
import type { Scale } from '@chorus/contracts/instrument'

/**
 * What an experiment can be judged by: each scale, and each outcome, which stands for itself. Not a single statement of a scale: reports show no
 * course of these.
 */
export function measuresToTest(scales: readonly Scale[]): ExperimentMeasure[] {
  return scales.flatMap(({ id, name, role, items }): ExperimentMeasure[] => {
    if (role === 'outcome') return items.map((item) => ({ ...rangeOf(item), id: item.id, name: item.text }))
    const [first] = items
    return first ? [{ ...rangeOf(first), id, name }] : []
  })
}

function rangeOf({ min, max }: { readonly min: number; readonly max: number }) {
  return { min, max }
}
