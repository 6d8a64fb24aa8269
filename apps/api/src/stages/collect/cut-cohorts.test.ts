import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutCohorts } from './cut-cohorts.ts'

const people = (sizes: Record<string, number>) =>
  Object.entries(sizes).flatMap(([category, size]) =>
    Array.from({ length: size }, (_, i) => ({ person: `${category}${i}`, cuts: { tenure: category } })),
  )
const sizesOf = (sizes: Record<string, number>) =>
  cutCohorts('tenure', people(sizes), 5).map(({ label, people }) => [label, people.length])

test('a category of k people stays alone, smaller ones are joined when together they are k', () => {
  expect(sizesOf({ long: 5, short: 3, middle: 2 })).toEqual([
    ['long', 5],
    ['other', 5],
  ])
})

test('who is still among too few, or has no category, is in no group', () => {
  expect(sizesOf({ long: 5, short: 4 })).toEqual([['long', 5]])
  expect(sizesOf({ short: 4 })).toEqual([])
  expect(cutCohorts('tenure', [{ person: 'a', cuts: {} }], 1)).toEqual([])
})

test('a category that is called "other" itself is joined with the small ones, never beside them', () => {
  expect(sizesOf({ other: 6, short: 1 })).toEqual([['other', 7]])
})

test('whatever the sizes: no group is below k, nobody is in two, labels differ', () => {
  const categories = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(categories, fc.integer({ min: 3, max: 12 }), (sizes, k) => {
      const groups = cutCohorts('tenure', people(sizes), k)
      for (const group of groups) expect(group.people.length).toBeGreaterThanOrEqual(k)
      const everybody = groups.flatMap((group) => group.people)
      expect(new Set(everybody).size).toBe(everybody.length)
      expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length)
    }),
  )
})
