import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { xmrChart } from './xmr-chart.ts'

test('fewer than two points of baseline have no chart', () => {
  expect(xmrChart([])).toEqual({ ok: false, error: { code: 'too-few-waves' } })
  expect(xmrChart([4])).toEqual({ ok: false, error: { code: 'too-few-waves' } })
  expect(xmrChart([4, 5, 6], 1)).toEqual({ ok: false, error: { code: 'too-few-waves' } })
})

test('a baseline without any spread has no limits, rather than limits that everything is beyond', () => {
  expect(xmrChart([4, 4, 4, 5], 3)).toEqual({ ok: false, error: { code: 'no-spread' } })
})

test('points after the baseline do not move the limits', () => {
  const before = xmrChart([4, 5, 4, 5])
  const after = xmrChart([4, 5, 4, 5, 9, 1], 4)
  if (!before.ok || !after.ok) throw new Error('both have a chart')
  expect(after.value.limits).toEqual(before.value.limits)
  expect(after.value.signals.beyondThreeSigma).toEqual([4, 5])
})

test('moving all waves moves the limits with them', () => {
  const waves = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 2 })
  fc.assert(
    fc.property(waves, fc.integer({ min: -50, max: 50 }), (values, by) => {
      const [plain, moved] = [xmrChart(values), xmrChart(values.map((value) => value + by))]
      expect(moved.ok).toBe(plain.ok)
      if (!plain.ok || !moved.ok) return
      expect(moved.value.limits.lo).toBeCloseTo(plain.value.limits.lo + by, 9)
      expect(moved.value.limits.hi).toBeCloseTo(plain.value.limits.hi + by, 9)
    }),
  )
})

testAgainstOracle<{ values?: number[]; baseline?: number }, XmrExpected>(
  'xmr',
  ({ input, expected }, near) => {
    const chart = xmrChart(input.values ?? expected.values ?? [], input.baseline)
    if (!chart.ok) throw new Error(chart.error.code)
    const { centre, movingRanges, meanMovingRange, sigma, limits, movingRangeLimit, signals } = chart.value
    near(centre, expected.centre)
    expect(movingRanges.length).toBe(expected.moving_range.length)
    movingRanges.forEach((range, i) => {
      near(range, expected.moving_range[i] ?? null)
    })
    near(meanMovingRange, expected.mr_bar)
    near(sigma, expected.sigma)
    near(limits.hi, expected.ucl)
    near(limits.lo, expected.lcl)
    near(movingRangeLimit, expected.mr_ucl)
    const fromOne = (positions: readonly number[]) => positions.map((position) => position + 1)
    expect({
      beyond_3_sigma: fromOne(signals.beyondThreeSigma),
      two_of_three_beyond_2_sigma: fromOne(signals.twoOfThreeBeyondTwoSigma),
      four_of_five_beyond_1_sigma: fromOne(signals.fourOfFiveBeyondOneSigma),
      eight_one_side: fromOne(signals.eightOnOneSide),
    }).toEqual(expected.signals_1based)
  },
)

type XmrExpected = Record<'centre' | 'mr_bar' | 'sigma' | 'ucl' | 'lcl' | 'mr_ucl', number> & {
  /** Where the input names a data file: its values, in order. */
  values?: number[]
  moving_range: number[]
  signals_1based: Record<string, number[]>
}
