import { expect, test } from 'vitest'
import { type DataInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { hedgesG } from './hedges-g.ts'
import { addToMoments, noMoments, type Sample, sampleOf } from './moments.ts'
import { waveChange } from './wave-change.ts'

function sample(values: number[]): Sample {
  const made = sampleOf(values.reduce(addToMoments, noMoments))
  if (!made) throw new Error('the case has values')
  return made
}

test('one answer in a wave cannot be compared', () => {
  expect(waveChange(sample([4]), sample([4, 5]))).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('two waves without spread have a difference and no test', () => {
  expect(waveChange(sample([4, 4]), sample([5, 5]))).toEqual({
    ok: false,
    error: { code: 'no-spread', difference: 1 },
  })
})

test('the smallest change that five answers could have seen is two standard deviations', () => {
  const five = { n: 5, mean: 4, sd: 1 }
  const compared = waveChange(five, five)
  expect(compared.ok && compared.value.smallestSeen).toBeCloseTo(2, 1)
})

test('backwards in time it is the same change with the other sign', () => {
  const [a, b] = [
    { n: 9, mean: 3, sd: 1.2 },
    { n: 12, mean: 4.1, sd: 0.8 },
  ]
  const [forth, back] = [waveChange(a, b), waveChange(b, a)]
  if (!forth.ok || !back.ok) throw new Error('both have spread')
  expect(back.value).toEqual({
    ...forth.value,
    difference: -forth.value.difference,
    t: -forth.value.t,
    interval: { lo: -forth.value.interval.hi, hi: -forth.value.interval.lo },
  })
})

testAgainstOracle<ChangeInput, ChangeExpected>('wave_change', ({ input, expected }, near) => {
  const wave = (number: number) => rowsOf(input, { wave: number }).flatMap((row) => row[0] ?? [])
  const earlier = sample(input.a ?? wave(input.wave_a ?? 0))
  const later = sample(input.b ?? wave(input.wave_b ?? 0))
  const compared = waveChange(earlier, later)
  if (!compared.ok) throw new Error(compared.error.code)
  expect([earlier.n, later.n]).toEqual([expected.n1, expected.n2])
  near(compared.value.difference, expected.difference)
  near(compared.value.se, expected.se)
  near(compared.value.t, expected.t)
  near(compared.value.df, expected.df)
  near(compared.value.p, expected.p)
  near(compared.value.interval.lo, expected.ci95[0])
  near(compared.value.interval.hi, expected.ci95[1])

  const sized = hedgesG(earlier, later)
  if (!sized.ok) throw new Error(sized.error.code)
  near(sized.value.pooledSd, expected.sd_pooled)
  near(sized.value.d, expected.cohens_d)
  near(sized.value.correction, expected.j_exact)
  near(sized.value.g, expected.hedges_g)
  near(sized.value.interval.lo, expected.hedges_g_ci95_noncentral_t[0])
  near(sized.value.interval.hi, expected.hedges_g_ci95_noncentral_t[1])
})

/** Either the values themselves, or the two waves of a data file. */
type ChangeInput = DataInput & { a?: number[]; b?: number[]; wave_a?: number; wave_b?: number }

type ChangeExpected = Record<
  'n1' | 'n2' | 'difference' | 'se' | 't' | 'df' | 'p' | 'sd_pooled' | 'cohens_d' | 'j_exact' | 'hedges_g',
  number
> &
  Record<'ci95' | 'hedges_g_ci95_noncentral_t', [number, number]>
