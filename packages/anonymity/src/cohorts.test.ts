import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionCohorts, releaseUnits } from './cohorts.ts'

type Unit = { id: string; parent: string | null; name: string }
const unit = (id: string, parent: string | null): Unit => ({ id, parent, name: id.toUpperCase() })

function partition(units: Unit[], people: Record<string, number>, k = 5) {
  const result = partitionCohorts(units, new Map(Object.entries(people)), k)
  return result.ok
    ? result.value.map(({ kind, unit, units, size }) => ({ kind, unit, units, size }))
    : result.error
}

const all = unit('all', null)

test('an organisation with fewer than k people has no cohorts', () => {
  expect(partition([all, unit('a', 'all')], { all: 1, a: 3 })).toEqual({ code: 'too-few-people' })
  expect(partition([all], {})).toEqual({ code: 'too-few-people' })
})

test("a unit's own people stay among themselves when they are k", () => {
  expect(partition([all, unit('a', 'all')], { all: 5, a: 5 })).toEqual([
    { kind: 'unit', unit: 'a', units: ['a'], size: 5 },
    { kind: 'unit', unit: 'all', units: ['all'], size: 5 },
  ])
})

test('small siblings are joined below their parent', () => {
  const units = [all, unit('a', 'all'), unit('b', 'all'), unit('c', 'all')]
  expect(partition(units, { all: 6, a: 2, b: 3, c: 9 })).toEqual([
    { kind: 'unit', unit: 'c', units: ['c'], size: 9 },
    { kind: 'unit', unit: 'all', units: ['all'], size: 6 },
    { kind: 'small-teams', unit: 'all~small-teams', units: ['b', 'a'], size: 5 },
  ])
})

test('a small team without small siblings is counted with the people of the unit above', () => {
  const units = [all, unit('a', 'all'), unit('b', 'all')]
  expect(partition(units, { all: 4, a: 2, b: 9 })).toEqual([
    { kind: 'unit', unit: 'b', units: ['b'], size: 9 },
    { kind: 'unit-with-others', unit: 'all', units: ['all', 'a'], size: 6 },
  ])
})

test('a few people at the root join its small teams, else the smallest group below it', () => {
  const units = [all, unit('a', 'all'), unit('b', 'all'), unit('c', 'all')]
  expect(partition(units, { all: 1, a: 3, b: 3, c: 5 })).toEqual([
    { kind: 'unit', unit: 'c', units: ['c'], size: 5 },
    { kind: 'small-teams', unit: 'all~small-teams', units: ['b', 'a', 'all'], size: 7 },
  ])
  expect(partition(units, { all: 1, a: 8, b: 6, c: 7 })).toContainEqual({
    kind: 'unit-with-others',
    unit: 'b',
    units: ['b', 'all'],
    size: 7,
  })
})

test('labels are for people', () => {
  const units = [all, unit('a', 'all'), unit('b', 'all')]
  const labels = (people: Record<string, number>) => {
    const result = partitionCohorts(units, new Map(Object.entries(people)), 5)
    return result.ok ? result.value.map((cohort) => cohort.label) : []
  }
  expect(labels({ a: 3, b: 3 })).toEqual(['Small teams of ALL'])
  expect(labels({ all: 4, a: 3, b: 9 })).toEqual(['B', 'ALL with its small teams'])
  expect(labels({ all: 1, b: 9 })).toEqual(['B and others of ALL'])
})

test('small teams become a unit of the release tree', () => {
  const units = [all, unit('a', 'all'), unit('b', 'all')]
  const result = partitionCohorts(units, new Map(Object.entries({ a: 3, b: 3 })), 5)
  expect(result.ok && releaseUnits(units, result.value)).toEqual([
    ...units,
    { id: 'all~small-teams', parent: 'all', name: 'Small teams of ALL' },
  ])
})

const organisation = fc
  .array(fc.record({ above: fc.nat(), people: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((rows) => ({
    units: rows.map(({ above }, i) => unit(`u${i}`, i === 0 ? null : `u${above % i}`)),
    people: new Map(rows.map(({ people }, i) => [`u${i}`, people])),
  }))

test('everybody is in exactly one cohort, every cohort has k people and a place in the release tree', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 3, max: 8 }), ({ units, people }, k) => {
      const total = [...people.values()].reduce((a, b) => a + b, 0)
      const result = partitionCohorts(units, people, k)
      expect(result.ok).toBe(total >= k)
      if (!result.ok) return
      const members = result.value.flatMap((cohort) => cohort.units)
      const peopled = units.filter(({ id }) => (people.get(id) ?? 0) > 0).map(({ id }) => id)
      expect([...members].sort()).toEqual(peopled.sort())
      const tree = new Set(releaseUnits(units, result.value).map(({ id }) => id))
      for (const cohort of result.value) {
        expect(cohort.size).toBeGreaterThanOrEqual(k)
        expect(cohort.size).toBe(cohort.units.reduce((sum, id) => sum + (people.get(id) ?? 0), 0))
        expect(tree.has(cohort.unit)).toBe(true)
      }
      expect(new Set(result.value.map(({ unit }) => unit)).size).toBe(result.value.length)
      expect(partitionCohorts(units, people, k)).toEqual(result)
    }),
    { numRuns: 500 },
  )
})
