import { expect, test } from 'vitest'
import { proposeHistory } from './propose-history.ts'

type Company = Readonly<Record<string, readonly string[]>>
const units = (company: Company) => [
  { id: 'top', parent: null, name: 'Top' },
  ...Object.keys(company).map((id) => ({ id, parent: 'top', name: id.toUpperCase() })),
]
const people = (company: Company) =>
  Object.entries(company).flatMap(([unit, ids]) =>
    ids.map((externalId) => ({
      id: externalId,
      externalId,
      name: externalId,
      email: `${externalId}@test.example`,
      unit,
      role: 'employee' as const,
      language: 'en',
      cuts: {},
      channel: 'online' as const,
      zone: null,
      hrUnits: null,
      leads: [],
    })),
  )
const some = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`)
const a = some('a', 10)
const b = some('b', 8)

function proposed(before: Company, after: Company) {
  const roster = { units: units(before), people: people(before) }
  return proposeHistory(roster, { units: units(after), people: people(after) }).map(({ kind, from, to }) => [
    kind,
    from.map(({ id }) => id),
    to.map(({ id }) => id),
  ])
}

test('a unit that vanished and whose people are in one new unit is that unit under a new id', () => {
  expect(proposed({ a, b }, { fresh: [...a.slice(0, 7), 'joiner'], b: [...b, ...a.slice(7)] })).toEqual([
    ['renamed', ['a'], ['fresh']],
  ])
})

test('below 60 % of its people nothing is said but that it was closed', () => {
  expect(proposed({ a, b }, { fresh: a.slice(0, 5), b: [...b, ...a.slice(5)] })).toEqual([
    ['closed', ['a'], []],
  ])
})

test('two that went into one were merged, into a new unit or into one that was there', () => {
  expect(proposed({ a, b }, { both: [...a, ...b] })).toEqual([['merged', ['a', 'b'], ['both']]])
  expect(proposed({ a, b }, { a: [...a, ...b] })).toEqual([['merged', ['a', 'b'], ['a']]])
})

test('one whose people are in several new ones was split, whether it is still there or not', () => {
  expect(proposed({ a }, { x: a.slice(0, 5), y: a.slice(5) })).toEqual([['split', ['a'], ['x', 'y']]])
  expect(proposed({ a }, { a: a.slice(0, 5), y: a.slice(5) })).toEqual([['split', ['a'], ['a', 'y']]])
})

test('a new unit of newcomers comes from nowhere, and leavers say nothing', () => {
  expect(proposed({ a }, { a, fresh: some('new', 6) })).toEqual([])
  expect(proposed({ a, b }, { fresh: a.slice(0, 2), b })).toEqual([['renamed', ['a'], ['fresh']]])
})
