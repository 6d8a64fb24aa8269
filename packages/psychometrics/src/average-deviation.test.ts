import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerCounts, addToAnswerCounts, noAnswerCounts } from './answer-counts.ts'
import { averageDeviation } from './average-deviation.ts'

const countsOf = (values: number[]) =>
  values.map((value) => [value]).reduce<AnswerCounts>(addToAnswerCounts, noAnswerCounts(1))

test('nobody, one person and no item have no deviation; people who agree have one of 0', () => {
  const code = (code: string) => ({ ok: false, error: { code } })
  expect(averageDeviation(countsOf([]), 'mean')).toEqual(code('no-answers'))
  expect(averageDeviation(countsOf([4]), 'median')).toEqual(code('one-answer'))
  expect(averageDeviation({ n: 3, items: [] }, 'mean')).toEqual(code('too-few-items'))
  expect(averageDeviation(countsOf([6, 6, 6]), 'mean')).toEqual({ ok: true, value: 0 })
})

test('about the median it is never more than about the mean, and reversing the item changes neither', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 }), (values) => {
      const of = (answers: number[], middle: 'mean' | 'median') => {
        const found = averageDeviation(countsOf(answers), middle)
        return found.ok ? found.value : Number.NaN
      }
      expect(of(values, 'median')).toBeLessThanOrEqual(of(values, 'mean') + 1e-12)
      expect(of(values, 'mean')).toBeLessThanOrEqual(3)
      for (const middle of ['mean', 'median'] as const)
        expect(
          of(
            values.map((value) => 8 - value),
            middle,
          ),
        ).toBeCloseTo(of(values, middle), 12)
    }),
  )
})
