/**
 * The lowest oriented answer that counts as favourable: the top 3 of 7, the top 2 of 5, in general the upper
 * two fifths of the points, rounded. A scale score is favourable from the same value on.
 * @example favourableFrom({ min: 1, max: 7 }) // 5
 */
export function favourableFrom(range: { min: number; max: number }): number {
  const points = range.max - range.min + 1
  return range.max - Math.max(1, Math.round(0.4 * points)) + 1
}

/**
 * Share of values at or above the cut, 0 to 1; null when there are none. Decimal scores may miss it by rounding.
 * @example favourableShare([3, 5, 6, 7], 5) // 0.75
 */
export function favourableShare(values: readonly number[], from: number): number | null {
  if (values.length === 0) return null
  return values.filter((value) => isFavourable(value, from)).length / values.length
}

/** @example isFavourable(5, 5) // true */
export function isFavourable(value: number, from: number): boolean {
  return value >= from - 1e-9
}
