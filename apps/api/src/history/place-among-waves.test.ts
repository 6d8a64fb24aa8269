import { expect, test } from 'vitest'
import { placeAmongWaves } from './place-among-waves.ts'

const wave = (closedOn: string, number: number) => ({ closedOn, number })
const days = ['2024-03-01', '2025-03-01']

test('into an empty programme they come as numbers 1, 2, …', () => {
  expect(placeAmongWaves([], days)).toEqual({ ok: true, value: { before: [], after: [], firstNumber: 1 } })
})

test('before what is there they count down, so that no number changes', () => {
  const own = [wave('2026-01-01', 1), wave('2026-05-01', 2)]
  expect(placeAmongWaves(own, days)).toMatchObject({ ok: true, value: { after: own, firstNumber: -1 } })
})

test('after waves that were imported before they count on', () => {
  const imported = [wave('2022-01-01', 1), wave('2023-01-01', 2)]
  expect(placeAmongWaves(imported, days)).toMatchObject({
    ok: true,
    value: { before: imported, firstNumber: 3 },
  })
})

test.each([
  ['around one that is there', ['2024-10-01']],
  ['between two that are there', ['2023-01-01', '2026-01-01']],
  ['on the day of one that is there', ['2025-03-01']],
])('%s they do not come', (_where, there) => {
  const released = there.map((day, i) => wave(day, i + 1))
  expect(placeAmongWaves(released, days)).toEqual({ ok: false, error: { code: 'history-among-waves' } })
})
