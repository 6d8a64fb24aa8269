/**
 * Numbers modulo the largest prime below 2^26. A product of two plus a third stays below 2^53, so plain numbers are
 * exact, which BigInt would be at a hundred times the cost.
 */
export const prime = 67_108_859

const reciprocal = 1 / prime

/** a + b x c modulo the prime, for a, b and c from 0 to prime - 1. */
export function addProduct(a: number, b: number, c: number): number {
  const exact = a + b * c
  const rest = exact - Math.floor(exact * reciprocal) * prime
  if (rest < 0) return rest + prime
  return rest >= prime ? rest - prime : rest
}

export function negative(a: number): number {
  return a === 0 ? 0 : prime - a
}

/** The number that a must be multiplied with to give 1 (Fermat); 0 for 0. */
export function inverse(a: number): number {
  let result = 1
  let square = a
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = addProduct(0, result, square)
    square = addProduct(0, square, square)
  }
  return a === 0 ? 0 : result
}
