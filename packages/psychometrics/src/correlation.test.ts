import { expect, test } from 'vitest'
import { correlation } from './correlation.ts'

const pairs = (a: number[], b: number[]) => a.map((one, i): [number, number] => [one, b[i] ?? 0])

test('three pairs have no interval and so no correlation, and neither has a figure that never changes', () => {
  expect(correlation(pairs([1, 2, 3], [1, 2, 3]))).toMatchObject({ error: { code: 'too-few-groups' } })
  expect(correlation(pairs([1, 2, 3, 4], [5, 5, 5, 5]))).toMatchObject({ error: { code: 'no-spread' } })
})

test('in step and against each other', () => {
  expect(correlation(pairs([1, 2, 3, 4], [2, 4, 6, 8]))).toMatchObject({ value: { r: 1 } })
  expect(correlation(pairs([1, 2, 3, 4], [4, 3, 2, 1]))).toMatchObject({ value: { r: -1 } })
})

test('r and interval are those of scipy.stats.pearsonr([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])', () => {
  const found = correlation(pairs([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]))
  if (!found.ok) throw new Error('no correlation')
  expect(found.value.r).toBeCloseTo(0.8285714286, 9)
  expect(found.value.interval.lo).toBeCloseTo(0.0519293188, 9)
  expect(found.value.interval.hi).toBeCloseTo(0.9806845993, 9)
})
