import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { favourability } from './favourability.ts'

test('nobody answered: nothing is counted', () => {
  expect(favourability([], { favourable: [5], neutral: [4] })).toEqual({
    n: 0,
    favourable: 0,
    neutral: 0,
    unfavourable: 0,
  })
})

test('what is neither favourable nor neutral is unfavourable', () => {
  expect(favourability([1, 2, 3, 4, 5], { favourable: [4, 5], neutral: [3] })).toEqual({
    n: 5,
    favourable: 2,
    neutral: 1,
    unfavourable: 2,
  })
})

testAgainstOracle<
  DataInput & { favourable: number[]; neutral: number[] },
  Record<'n' | 'favourable' | 'neutral' | 'unfavourable', number>
>('favourability', ({ input, expected }) => {
  const answers = rowsOf(input).flatMap((row) => row[0] ?? [])
  expect(expected).toMatchObject({ ...favourability(answers, input) })
})
