import { type Correlation, correlation } from '@chorus/psychometrics/correlation'

/** From here on two scales tell units apart in much the same way: a map of both shows one thing twice. */
export const overlapLimit = 0.7
const unitsNeeded = 10

/**
 * Whether two scales measure two things in this organisation: the correlation of their shown means over units (discriminant validity).
 * Steps and small groups blur both, so the true correlation is rather larger than this one.
 * Source: the limit is the usual rule of thumb, r < .7.
 * @param pairs of shown means, one per unit in which both scales are shown
 * @returns null below ten units, and where all units show the same
 */
export function scaleOverlap(pairs: readonly (readonly [number, number])[]): Correlation | null {
  if (pairs.length < unitsNeeded) return null
  const found = correlation(pairs)
  return found.ok ? found.value : null
}
