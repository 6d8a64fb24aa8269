import { expect, test } from 'vitest'
import { type UnitChange, unitBreaks } from './unit-breaks.ts'

const wave = (closedOn: string, ...ids: string[]) => ({
  closedOn,
  units: ids.map((id) => ({ id, parent: null, name: id })),
})
const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }))
const waves = [wave('2026-03-01', 'a', 'b', 'c'), wave('2026-06-01', 'a', 'c'), wave('2026-09-01', 'a', 'c')]
const merged: UnitChange = {
  kind: 'merged',
  day: '2026-05-04',
  from: named(['a', 'b']),
  to: named(['a']),
}

test('a unit that took another one in under its own id is not the one of before, and its neighbours are', () => {
  const breaks = unitBreaks(waves, [merged])
  expect(breaks.of('a')).toEqual([1])
  expect(breaks.between('a', 0, 1)).toBe(true)
  expect(breaks.between('a', 0, 2)).toBe(true)
  expect(breaks.between('a', 1, 2)).toBe(false)
  expect(breaks.between('c', 0, 2)).toBe(false)
})

test('a wave that is not among them lies before all', () => {
  expect(unitBreaks(waves, [merged]).between('a', -1, 1)).toBe(true)
})

test('renamed, moved and closed units break nothing', () => {
  const changes = (['renamed', 'moved', 'closed'] as const).map((kind) => ({ ...merged, kind }))
  expect(unitBreaks(waves, changes).of('a')).toEqual([])
})
