import { expect, test } from 'vitest'
import { type ItemsInput, orientedRowsOf, testAgainstOracle } from '../test/oracle.ts'
import { itemSumsInBlocks } from './item-sums.ts'
import { omegaInterval } from './omega-interval.ts'

test('one block cannot be drawn anew, and answers without a fit have no interval', () => {
  const rows = [
    [1, 2, 3],
    [4, 4, 4],
  ]
  expect(omegaInterval(itemSumsInBlocks(rows, [1, 1, 1], 1))).toEqual({
    ok: false,
    error: { code: 'too-few-answers' },
  })
  expect(omegaInterval(itemSumsInBlocks(rows, [1, 1, 1], 2), { resamples: 20 })).toEqual({
    ok: false,
    error: { code: 'no-fit' },
  })
})

// lavaan's interval holds for normal answers, the drawn one for these: not the same, and not far from it.
testAgainstOracle<ItemsInput, { omega_total: number }, { lavaan_delta_ci95: [number, number] }>(
  'omega_total',
  ({ input, expected, info }) => {
    const rows = orientedRowsOf(input)
    const origins = input.columns.map(() => 3)
    const [lo, hi] = info.lavaan_delta_ci95
    const interval = omegaInterval(itemSumsInBlocks(rows, origins, 300), { resamples: 100 })
    if (!interval.ok) throw new Error(interval.error.code)
    expect(interval.value.lo).toBeLessThan(expected.omega_total)
    expect(interval.value.hi).toBeGreaterThan(expected.omega_total)
    const width = (interval.value.hi - interval.value.lo) / (hi - lo)
    expect(width).toBeGreaterThan(0.75)
    expect(width).toBeLessThan(1.4)
  },
)
