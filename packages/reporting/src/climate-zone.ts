import type { Band } from '@chorus/contracts/publish'
import type { ClimateZone } from '@chorus/contracts/report'

/**
 * The field that a unit stands in, said only where both intervals lie clear of the cut: else it is near the line, wherever
 * its mean lies.
 * Source of the fields: Edmondson (2008), "The competitive imperative of learning".
 * @param safety and standards: 95 % intervals
 * @param cut the line on both scales
 */
export function climateZone(safety: Band, standards: Band, cut: number): ClimateZone {
  const [safe, demanding] = [sideOf(safety, cut), sideOf(standards, cut)]
  if (safe === null || demanding === null) return 'near the line'
  if (safe === 'above') return demanding === 'above' ? 'learning' : 'comfort'
  return demanding === 'above' ? 'anxiety' : 'apathy'
}

/** The middle of the answer format: it is the same for every wave and organisation, and needs nobody to be compared with. */
export function cutOf({ min, max }: { readonly min: number; readonly max: number }): number {
  return (min + max) / 2
}

function sideOf({ lo, hi }: Band, cut: number): 'above' | 'below' | null {
  return lo > cut ? 'above' : hi < cut ? 'below' : null
}
