import { assert } from '@chorus/basics/assert'

/** How often each value was given. */
export type ValueCounts = ReadonlyMap<number, number>

/**
 * How often each answer was given to each item of a set, over the people who answered all of them: what agreement
 * inside a team needs. No answer stays beside another of the same person, and counts of two groups add up.
 */
export type AnswerCounts = { n: number; readonly items: readonly Map<number, number>[] }

/** @example noAnswerCounts(3).items.length // 3 */
export function noAnswerCounts(items: number): AnswerCounts {
  return { n: 0, items: Array.from({ length: items }, () => new Map<number, number>()) }
}

/**
 * Adds one person, in place. Who left an item out is not counted (listwise, as in multilevel).
 * @example valuesOf(addToAnswerCounts(noAnswerCounts(1), [4]).items[0]) // [4]
 */
export function addToAnswerCounts(counts: AnswerCounts, answers: readonly (number | null)[]): AnswerCounts {
  assert(answers.length === counts.items.length, 'as many answers as items')
  if (answers.includes(null)) return counts
  counts.n++
  answers.forEach((answer, i) => {
    if (answer !== null) count(counts.items[i], answer, 1)
  })
  return counts
}

/**
 * The counts of several groups together, as if everybody had been added to one.
 * @param parts at least one, all of the same items
 * @example mergeAnswerCounts([addToAnswerCounts(noAnswerCounts(1), [4]), addToAnswerCounts(noAnswerCounts(1), [4])]).n // 2
 */
export function mergeAnswerCounts(parts: readonly AnswerCounts[]): AnswerCounts {
  const merged = noAnswerCounts(parts[0]?.items.length ?? 0)
  for (const part of parts) {
    assert(part.items.length === merged.items.length, 'counts of the same items')
    merged.n += part.n
    part.items.forEach((values, i) => {
      for (const [value, times] of values) count(merged.items[i], value, times)
    })
  }
  return merged
}

/**
 * Every value as often as it was given, in ascending order.
 * @example valuesOf(new Map([[5, 2], [4, 1]])) // [4, 5, 5]
 */
export function valuesOf(counts: ValueCounts): number[] {
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([value, times]) => Array.from({ length: times }, () => value))
}

function count(counts: Map<number, number> | undefined, value: number, times: number): void {
  counts?.set(value, (counts.get(value) ?? 0) + times)
}
