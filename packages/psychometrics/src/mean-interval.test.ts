import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { meanInterval, standardError } from './mean-interval.ts'
import { addToMoments, noMoments, sampleOf } from './moments.ts'
import { scaleScore } from './scale-score.ts'

test('one answer has no interval', () => {
  expect(meanInterval({ n: 1, mean: 4, sd: null })).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('answers that are all the same have an interval without width', () => {
  expect(meanInterval({ n: 5, mean: 7, sd: 0 })).toEqual({ ok: true, value: { lo: 7, hi: 7 } })
})

test('when everybody answered, the interval of these people is a point', () => {
  expect(meanInterval({ n: 9, mean: 4, sd: 1.5 }, 9)).toEqual({ ok: true, value: { lo: 4, hi: 4 } })
})

testAgainstOracle<
  DataInput & { values?: number[]; population: number },
  {
    n: number
    mean: number
    sd: number
    se: number
    se_fpc: number
    ci95_t: [number, number]
    ci95_t_fpc: [number, number]
  }
>('mean_ci', ({ input, expected }, near) => {
  const values: number[] = input.values ?? rowsOf(input).flatMap((row) => scaleScore(row).score ?? [])
  const sample = sampleOf(values.reduce(addToMoments, noMoments))
  if (!sample) throw new Error('the case has values')
  expect(sample.n).toBe(expected.n)
  near(sample.mean, expected.mean)
  near(sample.sd, expected.sd)
  near(standardError(sample), expected.se)
  near(standardError(sample, input.population), expected.se_fpc)
  for (const { interval, wanted } of [
    { interval: meanInterval(sample), wanted: expected.ci95_t },
    { interval: meanInterval(sample, input.population), wanted: expected.ci95_t_fpc },
  ]) {
    near(interval.ok ? interval.value.lo : null, wanted[0])
    near(interval.ok ? interval.value.hi : null, wanted[1])
  }
})
