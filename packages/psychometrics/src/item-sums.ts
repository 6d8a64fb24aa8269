import { assert } from '@chorus/basics/assert'
import { at } from './matrix.ts'

/**
 * Counts and sums of products of several items, over the people who answered all of them: all that alpha, omega, item
 * analysis and relative weights need. One pass, no answer is kept, and sums of two groups add up to those of both.
 * Answers are taken as distances from an origin near them, so that squares stay small; whole answers stay whole numbers,
 * and then every sum is exact below 2^53, in any order and grouping.
 */
export type ItemSums = {
  readonly origins: readonly number[]
  /** People seen, and those of them who answered every item. */
  seen: number
  n: number
  readonly sums: Float64Array
  /** Sums of products of items i and j <= i, at i (i + 1) / 2 + j. */
  readonly products: Float64Array
}

/**
 * @param origins one per item: the lowest possible answer, or anything else near the answers
 * @example noItemSums([1, 1]).n // 0
 */
export function noItemSums(origins: readonly number[]): ItemSums {
  const k = origins.length
  return {
    origins,
    seen: 0,
    n: 0,
    sums: new Float64Array(k),
    products: new Float64Array((k * (k + 1)) / 2),
  }
}

/**
 * Adds one person, in place: a million of them must not make a million copies. Who left an item out is seen and not
 * counted (complete cases).
 * @param answers one per item in the order of the origins, null where there is none
 * @example [...addToItemSums(noItemSums([1, 1]), [3, 4]).products] // [4, 6, 9]
 */
export function addToItemSums(sums: ItemSums, answers: readonly (number | null)[]): ItemSums {
  assert(answers.length === sums.origins.length, 'as many answers as items')
  if (answers.includes(null)) {
    sums.seen++
    return sums
  }
  return addCompleteToItemSums(
    sums,
    answers.map((answer, i) => (answer ?? 0) - at(sums.origins, i)),
  )
}

/**
 * The same for somebody who answered every item; nothing is copied on the way.
 * @param fromOrigin distances of the answers from the origins
 * @example [...addCompleteToItemSums(noItemSums([1, 1]), [2, 3]).products] // [4, 6, 9]
 */
export function addCompleteToItemSums(sums: ItemSums, fromOrigin: ArrayLike<number>): ItemSums {
  sums.seen++
  sums.n++
  let place = 0
  for (let i = 0; i < sums.origins.length; i++) {
    const x = fromOrigin[i] ?? 0
    sums.sums[i] = (sums.sums[i] ?? 0) + x
    for (let j = 0; j <= i; j++, place++)
      sums.products[place] = (sums.products[place] ?? 0) + x * (fromOrigin[j] ?? 0)
  }
  return sums
}

/**
 * The sums of several groups together, as if everybody had been added to one.
 * @param parts at least one, all of the same items and origins
 * @example mergeItemSums(itemSumsInBlocks([[3], [2]], [1], 2)).n // 2
 */
export function mergeItemSums(parts: readonly ItemSums[]): ItemSums {
  const merged = noItemSums(parts[0]?.origins ?? [])
  for (const part of parts) {
    assert(
      part.origins.length === merged.origins.length &&
        part.origins.every((origin, i) => origin === merged.origins[i]),
      'sums of the same items from the same origins',
    )
    merged.seen += part.seen
    merged.n += part.n
    addInPlace(merged.sums, part.sums)
    addInPlace(merged.products, part.products)
  }
  return merged
}

function addInPlace(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i] = (total[i] ?? 0) + (part[i] ?? 0)
}

/**
 * People dealt out to blocks in turn, each block summed: what `bootstrapInterval` draws from. With as many blocks as
 * people it is the ordinary bootstrap. With a few hundred, of people in random order, it streams: memory stays the
 * same for a million answers. Blocks that are teams let the interval know that team mates resemble each other.
 * @example itemSumsInBlocks([[1], [2], [3]], [0], 2).map(({ n }) => n) // [2, 1]
 */
export function itemSumsInBlocks(
  rows: Iterable<readonly (number | null)[]>,
  origins: readonly number[],
  blocks: number,
): ItemSums[] {
  const parts = Array.from({ length: blocks }, () => noItemSums(origins))
  let next = 0
  for (const row of rows) {
    const part = parts[next++ % blocks]
    if (part) addToItemSums(part, row)
  }
  return parts.filter(({ seen }) => seen > 0)
}
