import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learningMeasuresOf } from './learning-measures.ts'

const nothing = {
  lessonsByUnit: [],
  responses: { all: 0, fromElsewhere: 0 },
  topics: { all: 0, shared: 0 },
}

test('where there is nothing, nothing is said', () => {
  expect(learningMeasuresOf(nothing)).toEqual({
    spread: { value: null, of: 0 },
    evenness: { value: null, of: 0 },
    travel: { value: null, of: 0 },
    readiness: { value: null, of: 0 },
  })
})

test('four things are too few to say anything of, and five are enough', () => {
  const of = (all: number) =>
    learningMeasuresOf({
      lessonsByUnit: Array.from({ length: all }, () => 1),
      responses: { all, fromElsewhere: 2 },
      topics: { all, shared: 1 },
    })
  expect(Object.values(of(4)).map(({ value }) => value)).toEqual([null, null, null, null])
  expect(Object.values(of(5)).map(({ value }) => value)).toEqual([1, expect.closeTo(1), 0.4, 0.2])
})

test('a single unit that tells many lessons is one of many, and uneven', () => {
  const { spread, evenness } = learningMeasuresOf({ ...nothing, lessonsByUnit: [12, 0, 0, 0, 0, 0] })
  expect(spread).toEqual({ value: 1 / 6, of: 6 })
  expect(evenness).toEqual({ value: 0, of: 12 })
})

test('one unit alone is neither even nor uneven', () => {
  expect(learningMeasuresOf({ ...nothing, lessonsByUnit: [9] }).evenness).toEqual({ value: null, of: 9 })
})

test('whatever is counted, a share stays between 0 and 1, and rests on at least five things', () => {
  const pair = fc.nat(50).chain((all) => fc.tuple(fc.constant(all), fc.nat(all)))
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 12 }), pair, pair, (lessonsByUnit, responses, topics) => {
      const measures = learningMeasuresOf({
        lessonsByUnit,
        responses: { all: responses[0], fromElsewhere: responses[1] },
        topics: { all: topics[0], shared: topics[1] },
      })
      for (const { value, of } of Object.values(measures)) {
        if (value === null) continue
        expect(of).toBeGreaterThanOrEqual(5)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }),
  )
})
