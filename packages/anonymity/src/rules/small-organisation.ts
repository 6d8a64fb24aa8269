import type { Tree } from '../tree.ts'

/**
 * Rule: an organisation with fewer answers than two groups need is shown as a whole only. Whatever part were shown,
 * the rest would be shown with it.
 * @returns the units that may be shown after this rule too
 */
export function wholeOnlyWhenSmall(
  tree: Tree,
  counts: Uint32Array,
  splitFrom: number,
  allowed: Uint8Array,
): Uint8Array {
  const root = tree.order[0] ?? 0
  if ((counts[root] ?? 0) >= splitFrom) return allowed
  return allowed.map((value, unit) => (unit === root ? value : 0))
}
