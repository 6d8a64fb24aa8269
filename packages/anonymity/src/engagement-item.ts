import type { Scale } from '@chorus/contracts/instrument'

/** The outcome that drivers are sought for: the item called `engagement`, or `outcome-engagement` as in our own questionnaire. */
export function engagementOf(scales: readonly Scale[]): string | null {
  const outcomes = scales.flatMap((scale) => (scale.role === 'outcome' ? scale.items : []))
  return outcomes.find(({ id }) => id === 'engagement' || id === 'outcome-engagement')?.id ?? null
}
