import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { favourableFrom, favourableShare, isFavourable } from './favourable-share.ts'
import { wilsonInterval } from './wilson-interval.ts'

test('the upper two fifths of a range are favourable', () => {
  const cut = (min: number, max: number) => favourableFrom({ min, max })
  expect([cut(1, 7), cut(1, 5), cut(0, 4), cut(1, 6), cut(0, 10), cut(0, 1)]).toEqual([5, 4, 3, 5, 7, 1])
})

test('nobody answered: no share', () => {
  expect(favourableShare([], 5)).toBe(null)
})

test('a decimal score that misses the cut by rounding alone still counts', () => {
  expect(isFavourable(0.1 + 0.2, 0.3)).toBe(true)
  expect(isFavourable(4.99, 5)).toBe(false)
})

testAgainstOracle<
  DataInput & { favourable: number[] },
  { favourable_percent: number; wilson_ci95: [number, number] }
>('favourability', ({ input, expected }, near) => {
  const values = rowsOf(input).flatMap((row) => row[0] ?? [])
  const from = favourableFrom({ min: 1, max: 5 })
  near((favourableShare(values, from) ?? 0) * 100, expected.favourable_percent)
  const interval = wilsonInterval(values.filter((v) => isFavourable(v, from)).length, values.length)
  near(interval?.lo ?? null, expected.wilson_ci95[0])
  near(interval?.hi ?? null, expected.wilson_ci95[1])
})
