import { expect, test } from 'vitest'
import { scaleOverlap } from './scale-overlap.ts'

const units = Array.from({ length: 10 }, (_, i): [number, number] => [4 + i / 10, 5 + (i % 3) / 10])

test('nine units say nothing, ten do, and how many they are is said with it', () => {
  expect(scaleOverlap(units.slice(1))).toBe(null)
  expect(scaleOverlap(units)?.pairs).toBe(10)
})

test('where all units show the same, nothing is said', () => {
  expect(scaleOverlap(units.map(([safety]) => [safety, 5]))).toBe(null)
})
