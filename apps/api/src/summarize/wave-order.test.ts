import { expect, test } from 'vitest'
import { isDate, orderWaves } from './wave-order.ts'

test('days are ordered in time, numbers by size, anything else stays as it came', () => {
  expect(orderWaves(['2026-11-02', '2025-12-31', '2026-01-01'])).toEqual([
    '2025-12-31',
    '2026-01-01',
    '2026-11-02',
  ])
  expect(orderWaves(['10', '9.5', '-1'])).toEqual(['-1', '9.5', '10'])
  expect(orderWaves(['b', '2', 'a'])).toEqual(['b', '2', 'a'])
  expect(orderWaves([])).toEqual([])
})

test('a day that is not in the calendar is no date', () => {
  expect(['2026-02-28', '2026-02-30', '2026-13-01', '26-1-1', ''].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
