import { type Column, ColumnBasis, scaled } from './column-basis.ts'
import { columnOf } from './small-combinations.ts'

/** People in the same rest of the tree (-1: in no shown unit) and in the same shown categories. */
export type MixedKind = {
  readonly rest: number
  readonly categories: readonly number[]
  readonly people: number
}

/** Pairs of kinds that are looked at; beyond, nothing is said to be forced. */
const mostPairs = 20_000_000

/**
 * Take a combination of shown sums, with coefficients x for the rests of the tree and y for categories. It gives a person x + the sum of the
 * person's y. Of two kinds in the same rest whose categories differ by d, one is touched altogether unless y . d = 0: at
 * least the smaller one's people. Pairs with the same d share nobody, so over all rests and pairs these numbers add up. Where they
 * reach `enough`, every combination that touches fewer has y . d = 0.
 * @returns independent ones of these d, as columns over the categories
 */
export function forcedDifferences(kinds: readonly MixedKind[], enough: number): readonly Column[] {
  const inRest = new Map<number, MixedKind[]>()
  for (const kind of kinds) {
    const same = inRest.get(kind.rest)
    if (same) same.push(kind)
    else inRest.set(kind.rest, [kind])
  }
  let pairs = 0
  for (const { length } of inRest.values()) pairs += (length * (length - 1)) / 2
  if (pairs > mostPairs) return []
  const touched = new Map<string, { difference: Column; people: number }>()
  for (const same of inRest.values())
    same.forEach((one, i) => {
      for (const other of same.slice(i + 1)) {
        const difference = scaled(columnOf({ cells: one.categories, less: other.categories, people: 1 }))
        const key = `${difference.at.join()}:${difference.values.join()}`
        const known = touched.get(key) ?? { difference, people: 0 }
        known.people += Math.min(one.people, other.people)
        touched.set(key, known)
      }
    })
  const basis = new ColumnBasis({ left: Number.POSITIVE_INFINITY })
  return [...touched.values()]
    .filter(({ difference, people }) => people >= enough && basis.add(basis.reduce(difference)))
    .map(({ difference }) => difference)
}
