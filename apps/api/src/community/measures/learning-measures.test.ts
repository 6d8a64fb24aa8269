import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learningMeasuresOf } from './learning-measures.ts'

const noSharing = {
  lessonsByUnit: [],
  responses: { all: 0, fromElsewhere: 0 },
  topics: { all: 0, shared: 0 },
}
const noReviews = {
  hoursToRepair: [],
  daysToReview: [],
  withActions: { all: 0, done: 0 },
  withFactors: { all: 0, alone: 0 },
}
const nothingSaid = { value: null, of: 0 }
const noTime = { median: null, lower: null, upper: null, of: 0 }

test('where there is nothing, nothing is said', () => {
  expect(learningMeasuresOf(noSharing, noReviews)).toEqual({
    spread: nothingSaid,
    evenness: nothingSaid,
    travel: nothingSaid,
    readiness: nothingSaid,
    alone: nothingSaid,
    repair: noTime,
    reviewing: noTime,
    actions: nothingSaid,
  })
})

test('four things are too few to say anything of, and five are enough', () => {
  const of = (all: number) => {
    const each = Array.from({ length: all }, () => 1)
    const { repair, reviewing, ...shares } = learningMeasuresOf(
      {
        lessonsByUnit: each,
        responses: { all, fromElsewhere: 2 },
        topics: { all, shared: 1 },
      },
      {
        hoursToRepair: each,
        daysToReview: each,
        withActions: { all, done: 3 },
        withFactors: { all, alone: 4 },
      },
    )
    return [...Object.values(shares).map(({ value }) => value), repair.median, reviewing.upper]
  }
  expect(of(4)).toEqual(Array.from({ length: 8 }, () => null))
  expect(of(5)).toEqual([1, expect.closeTo(1), 0.4, 0.2, 0.8, 0.6, 1, 1])
})

test('a single unit that tells many lessons is one of many, and uneven', () => {
  const { spread, evenness } = learningMeasuresOf(
    { ...noSharing, lessonsByUnit: [12, 0, 0, 0, 0, 0] },
    noReviews,
  )
  expect(spread).toEqual({ value: 1 / 6, of: 6 })
  expect(evenness).toEqual({ value: 0, of: 12 })
})

test('one unit alone is neither even nor uneven', () => {
  const { evenness } = learningMeasuresOf({ ...noSharing, lessonsByUnit: [9] }, noReviews)
  expect(evenness).toEqual({ value: null, of: 9 })
})

// Cohen's example as it is commonly printed: 20 and 15 on the diagonal of 50, 5 and 10 beside it. As lessons of two units and where the
// answers came from, its observed agreement of 0.7 is what stayed at home.
test('what travels is what stands beside the diagonal of a table of from where and to where', () => {
  const { travel } = learningMeasuresOf(
    { ...noSharing, responses: { all: 20 + 5 + 10 + 15, fromElsewhere: 5 + 10 } },
    noReviews,
  )
  expect(travel.value).toBeCloseTo(1 - 0.7, 12)
})

// The help page of R's quantile, as TIBCO Enterprise Runtime for R prints it: quantile(1:9) is 1 3 5 7 9.
test('durations are told by quartiles, whatever order they come in', () => {
  const { repair } = learningMeasuresOf(noSharing, {
    ...noReviews,
    hoursToRepair: [9, 1, 8, 2, 7, 3, 6, 4, 5],
  })
  expect(repair).toEqual({ lower: 3, median: 5, upper: 7, of: 9 })
})

test('whatever is counted, a share stays between 0 and 1, and everything rests on at least five things', () => {
  const pair = fc.nat(50).chain((all) => fc.tuple(fc.constant(all), fc.nat(all)))
  const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { maxLength: 12 }),
      fc.tuple(pair, pair, pair, pair),
      times,
      (lessonsByUnit, [responses, topics, done, alone], hoursToRepair) => {
        const { repair, reviewing, ...shares } = learningMeasuresOf(
          {
            lessonsByUnit,
            responses: { all: responses[0], fromElsewhere: responses[1] },
            topics: { all: topics[0], shared: topics[1] },
          },
          {
            hoursToRepair,
            daysToReview: [],
            withActions: { all: done[0], done: done[1] },
            withFactors: { all: alone[0], alone: alone[1] },
          },
        )
        for (const { value, of } of Object.values(shares)) {
          if (value === null) continue
          expect(of).toBeGreaterThanOrEqual(5)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        expect(reviewing.median).toBeNull()
        expect(repair.median === null).toBe(repair.of < 5)
        if (repair.lower === null || repair.median === null || repair.upper === null) return
        expect(repair.lower).toBeLessThanOrEqual(repair.median)
        expect(repair.median).toBeLessThanOrEqual(repair.upper)
      },
    ),
  )
})
