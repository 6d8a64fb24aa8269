import { mean, sampleStandardDeviation } from 'simple-statistics'
import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { reverseScore } from './reverse-score.ts'
import { scaleScore } from './scale-score.ts'

test('nothing answered gives no score', () => {
  expect(scaleScore([null, null])).toEqual({ answered: 0, score: null })
  expect(scaleScore([])).toEqual({ answered: 0, score: null })
})

test('four of seven items are enough, three are not', () => {
  expect(scaleScore([7, 7, 7, 7, null, null, null]).score).toBe(7)
  expect(scaleScore([7, 7, 7, null, null, null, null]).score).toBe(null)
})

testAgainstOracle<ScoreInput, ScoreExpected>('scale_score', ({ input, expected }, near) => {
  const rows = input.rows ?? rowsOf(input)
  const scored = rows.map((row) =>
    scaleScore(
      row.map((answer, i) =>
        answer !== null && input.keys[i] === -1 ? reverseScore(answer, input) : answer,
      ),
      input.min_answered,
    ),
  )
  const answered = expected.answered ?? expected.answered_first60 ?? []
  const scores = expected.score ?? expected.score_first60 ?? []
  expect(scores.length).toBe(answered.length)
  expect(scored.slice(0, answered.length).map((one) => one.answered)).toEqual(answered)
  scores.forEach((score, i) => {
    near(scored[i]?.score ?? null, score)
  })
  const present = scored.flatMap((one) => (one.score === null ? [] : [one.score]))
  expect(present.length).toBe(expected.n_scored)
  near(mean(present), expected.mean)
  near(sampleStandardDeviation(present), expected.sd)
})

type ScoreInput = DataInput & {
  rows?: (number | null)[][]
  keys: number[]
  min: number
  max: number
  min_answered: number
}

/** Long results list only their first 60 people. */
type ScoreExpected = {
  answered?: number[]
  answered_first60?: number[]
  score?: (number | null)[]
  score_first60?: (number | null)[]
  n_scored: number
  mean: number
  sd: number
}
