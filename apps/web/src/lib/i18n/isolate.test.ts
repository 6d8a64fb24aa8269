import { expect, test } from 'vitest'
import { isolate } from './isolate.ts'

test('words that are put into a text stand between marks, numbers stay numbers that can agree with them', () => {
  expect(isolate({ unit: 'Team A (2)', count: 3 })).toEqual({ unit: '\u2068Team A (2)\u2069', count: 3 })
})

test('a text without values stays without', () => {
  expect(isolate(undefined)).toBeUndefined()
})
