import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitChange } from './unit-breaks.ts'
import { unitPast } from './unit-past.ts'

const wave = (closedOn: string, ...ids: string[]) => ({
  closedOn,
  units: ids.map((id) => ({ id, parent: id === 'top' ? null : 'top', name: id })),
})
const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }))
const change = (kind: UnitChange['kind'], from: string[], to: string[], day = '2026-05-04'): UnitChange => ({
  kind,
  day,
  from: named(from),
  to: named(to),
})

test('a unit under a new id goes on, through several of them, and tells its names', () => {
  const waves = [wave('2026-03-01', 'a'), wave('2026-06-01', 'b'), wave('2026-09-01', 'c')]
  const changes = [
    change('renamed', ['a'], ['b'], '2026-05-01'),
    change('renamed', ['b'], ['c'], '2026-08-01'),
  ]
  const past = unitPast('c', waves, changes)
  expect(past.ids).toEqual(['a', 'b', 'c'])
  expect(past.names).toEqual([{ day: '2026-08-01', name: 'B' }])
  expect(past.breaks).toEqual([])
})

test('what was merged breaks from the first wave that knows the new tree on, not by its day alone', () => {
  const waves = [wave('2026-03-01', 'a', 'b'), wave('2026-05-10', 'a', 'b'), wave('2026-06-01', 'both')]
  const [found] = unitPast('both', waves, [change('merged', ['a', 'b'], ['both'])]).breaks
  expect(found).toMatchObject({ kind: 'merged', day: '2026-05-04', wave: 2, predecessors: named(['a', 'b']) })
})

test('a unit that took another one in breaks, too, and is no predecessor of itself', () => {
  const waves = [wave('2026-03-01', 'a', 'b'), wave('2026-06-01', 'a')]
  const past = unitPast('a', waves, [change('merged', ['a', 'b'], ['a'])])
  expect(past.ids).toEqual(['a', 'a'])
  expect(past.breaks).toMatchObject([{ wave: 1, predecessors: named(['b']) }])
})

test('of a split both parts break, and the new one has the old one as its predecessor', () => {
  const waves = [wave('2026-03-01', 'a'), wave('2026-06-01', 'a', 'part')]
  const changes = [change('split', ['a'], ['a', 'part'])]
  expect(unitPast('part', waves, changes).breaks).toMatchObject([{ wave: 1, predecessors: named(['a']) }])
  expect(unitPast('a', waves, changes).breaks).toMatchObject([{ wave: 1, predecessors: [] }])
})

test('before any wave knows the new tree nothing breaks', () => {
  const waves = [wave('2026-03-01', 'a', 'b')]
  expect(unitPast('both', waves, [change('merged', ['a', 'b'], ['both'])]).breaks).toEqual([])
})

test('whatever is noted, also in circles, every wave has an id and the search ends', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd')
  const some = fc.uniqueArray(ids, { maxLength: 3 })
  const changes = fc.array(
    fc.record({
      kind: fc.constantFrom('renamed', 'moved', 'merged', 'split', 'closed'),
      day: fc.constant('2026-05-04'),
      from: some.map(named),
      to: some.map(named),
    }),
  )
  fc.assert(
    fc.property(ids, fc.array(some), changes, (unit, trees, noted) => {
      const waves = trees.map((tree) => wave('2026-06-01', ...tree))
      expect(unitPast(unit, waves, noted).ids).toHaveLength(waves.length)
    }),
  )
})
