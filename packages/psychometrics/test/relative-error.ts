/** |actual - expected| / |expected|; where 0 is expected, the size of what is there instead. */
export function relativeError(actual: number, expected: number): number {
  return expected === 0 ? Math.abs(actual) : Math.abs(actual - expected) / Math.abs(expected)
}
