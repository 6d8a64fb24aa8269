import { randomInt } from 'node:crypto'

/**
 * Puts a list into random order, in place (Fisher-Yates with a cryptographic generator):
 * all orders are equally likely, and nobody can guess which it is. Lists of up to 2^47 entries.
 */
export function secureShuffle<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const kept = items[last] as T
    items[last] = items[other] as T
    items[other] = kept
  }
  return items
}
