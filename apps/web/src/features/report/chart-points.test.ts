import type { TrendPoint } from '@chorus/contracts/report'
import { expect, test } from 'vitest'
import { chartPoints, sharedDomain } from './chart-points.ts'

const shown = (wave: string, mean: number | { lo: number; hi: number }): TrendPoint => ({
  status: 'published',
  wave,
  n: 9,
  mean,
  interval: null,
  favourable: null,
  agreement: null,
  startsAnew: false,
  newGroup: false,
  change: null,
})
const waves = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]

test('a band is drawn at its middle and keeps its width', () => {
  const [point] = chartPoints({ points: [shown('a', { lo: 4, hi: 4.5 })] }, waves)
  expect(point?.value).toEqual({ middle: 4.25, band: { lo: 4, hi: 4.5 }, interval: null })
})

test('an imported wave has another mark, and a wave that did not ask is a gap without hatching', () => {
  const [first, second] = chartPoints({ points: [shown('a', 5), { status: 'not asked', wave: 'b' }] }, [
    { id: 'a', label: 'A', imported: true },
    { id: 'b', label: 'B', imported: true },
  ])
  expect(first?.isForeign).toBe(true)
  expect(second).toEqual({ label: 'B', value: null, isAbsent: true })
})

test('a wave without a point is a gap, as a protected one is', () => {
  expect(chartPoints({ points: [{ status: 'protected', wave: 'a' }] }, waves).map((p) => p.value)).toEqual([
    null,
    null,
  ])
})

test('a small step does not fill a small chart', () => {
  const domain = sharedDomain([chartPoints({ points: [shown('a', 5), shown('b', 5.1)] }, waves)], 1, 7)
  expect(domain.hi - domain.lo).toBeGreaterThanOrEqual(2)
})

test('the domain stays inside the answer format, also when nothing is shown', () => {
  expect(sharedDomain([], 1, 7)).toEqual({ lo: 1, hi: 7 })
  const { hi } = sharedDomain([chartPoints({ points: [shown('a', 6.9)] }, waves)], 1, 7)
  expect(hi).toBeLessThanOrEqual(7)
})
