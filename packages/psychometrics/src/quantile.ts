/**
 * Value that a share p of the values lies below, between neighbours in proportion; null for none.
 * Source: Hyndman & Fan (1996) type 7, the default of R quantile.
 * @param sorted in ascending order
 * @example quantileSorted([1, 2, 3, 5], 0.5) // 2.5
 */
export function quantileSorted(sorted: readonly number[], p: number): number | null {
  const place = p * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (place - Math.floor(place)) * (above - below)
}
