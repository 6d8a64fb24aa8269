import { expect, test } from 'vitest'
import { compare } from './compare.ts'

const tolerance = { abs: 1e-10, rel: 1e-9 }
const agrees = (expected: unknown, got: unknown) =>
  compare(expected, got, tolerance).every(({ distance }) => distance <= 1)

test('what is absent, missing or not a number agrees with nothing but its own kind', () => {
  expect(agrees({ a: null }, { a: null })).toBe(true)
  for (const got of [{}, { a: 0 }, { a: Number.NaN }, { a: undefined }, null, []])
    expect(agrees({ a: null }, got), JSON.stringify(got)).toBe(false)
  for (const got of [{}, { a: null }, { a: Number.NaN }, { a: '1' }])
    expect(agrees({ a: 1 }, got)).toBe(false)
})

test('a number may differ by the tolerance and not by more', () => {
  expect(agrees({ a: 1 }, { a: 1 + 1.05e-9 })).toBe(true)
  expect(agrees({ a: 1 }, { a: 1 + 1.2e-9 })).toBe(false)
  expect(agrees({ a: 0 }, { a: 1e-10 })).toBe(true)
})

test('without any tolerance only the same number agrees', () => {
  expect(compare(2, 2, { abs: 0, rel: 0 })[0]?.distance).toBe(0)
  expect(compare(2, 2.1, { abs: 0, rel: 0 })[0]?.distance).toBe(Number.POSITIVE_INFINITY)
})

test('a list that is longer or shorter differs, also when all the values that are there agree', () => {
  expect(agrees({ a: [1, 2] }, { a: [1, 2] })).toBe(true)
  expect(agrees({ a: [1, 2] }, { a: [1, 2, 3] })).toBe(false)
  expect(agrees({ a: [1, 2] }, { a: [1] })).toBe(false)
  expect(agrees({ a: [] }, {})).toBe(false)
})

test('no interval is the same as an interval without ends, and as nothing else', () => {
  expect(agrees({ a: [null, null] }, { a: null })).toBe(true)
  for (const expected of [[null, 1], [], [[null]]])
    expect(agrees({ a: expected }, { a: null }), JSON.stringify(expected)).toBe(false)
  expect(agrees({ a: [null, null] }, {})).toBe(false)
})

test('a figure is named by its place in the case', () => {
  expect(compare({ a: { b: [7] } }, { a: { b: [8] } }, tolerance).at(-1)).toMatchObject({
    place: 'a.b[0]',
    expected: 7,
    got: 8,
  })
})
