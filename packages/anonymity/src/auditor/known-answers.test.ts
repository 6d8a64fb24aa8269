import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KnownAnswers, narrow } from './known-answers.ts'
import { answerRange } from './personal-width.ts'

const measure = { id: 'q1', min: 1, max: 7, isScale: false }
const told = { range: answerRange(measure, 1), favourableFrom: 5 }

const range = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) }))

const known = fc.integer({ min: 1, max: 3 }).chain((n) =>
  fc.record<KnownAnswers>({
    n: fc.constant(n),
    sum: range(21),
    favourable: fc.option(range(n)),
    answers: fc.oneof(fc.constant([]), fc.array(range(n), { minLength: 7, maxLength: 7 })),
  }),
)

test('narrowing loses no set of answers that fits what is known', () => {
  fc.assert(
    fc.property(known, (one) => {
      const fitting = sets(one.n).filter((set) => fits(set, one))
      const possible = narrow(one, told)
      if (fitting.length > 0) expect(possible).toBe(true)
      if (possible) for (const set of fitting) expect(fits(set, one)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('how often each answer was given, and how many were favourable, bound the sum', () => {
  const answers = [0, 0, 0, 2, 2, 0, 0].map((lo) => ({ lo, hi: lo }))
  const one = { n: 4, sum: { lo: 4, hi: 28 }, favourable: { lo: 0, hi: 4 }, answers }
  expect(narrow(one, told)).toBe(true)
  expect(one.sum).toEqual({ lo: 18, hi: 18 })
})

test('numbers that nobody can have given contradict each other', () => {
  expect(narrow({ n: 2, sum: { lo: 14, hi: 14 }, favourable: { lo: 0, hi: 1 }, answers: [] }, told)).toBe(
    false,
  )
})

function fits(set: readonly number[], { sum, favourable, answers }: KnownAnswers): boolean {
  const isIn = (value: number, { lo, hi }: { lo: number; hi: number }) => lo <= value && value <= hi
  return (
    isIn(
      set.reduce((total, answer) => total + answer, 0),
      sum,
    ) &&
    (favourable === null || isIn(set.filter((answer) => answer >= 5).length, favourable)) &&
    answers.every((count, at) => isIn(set.filter((answer) => answer === at + 1).length, count))
  )
}

function sets(n: number): number[][] {
  if (n === 0) return [[]]
  return sets(n - 1).flatMap((set) => [1, 2, 3, 4, 5, 6, 7].map((answer) => [...set, answer]))
}
