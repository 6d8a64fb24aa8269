import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { reverseScore } from './reverse-score.ts'

test('a range that starts at 0 is mirrored in itself', () => {
  expect([0, 1, 4].map((answer) => reverseScore(answer, { min: 0, max: 4 }))).toEqual([4, 3, 0])
})

testAgainstOracle<DataInput & { keys: number[]; min: number; max: number }, { rows: (number | null)[][] }>(
  'reverse_score',
  ({ input, expected }) => {
    const turned = rowsOf(input)
      .slice(0, 20)
      .map((row) =>
        row.map((answer, i) =>
          answer !== null && input.keys[i] === -1 ? reverseScore(answer, input) : answer,
        ),
      )
    expect(turned).toEqual(expected.rows)
  },
)
