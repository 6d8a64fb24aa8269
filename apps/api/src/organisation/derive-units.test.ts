import { expect, test } from 'vitest'
import { readOrganisation } from './read-organisation.ts'

const watch = { watching: new Map(), concernReaders: new Map(), secondPerson: false }
const now = { name: 'Acme', units: [], watch, language: 'fr' }
const read = (rows: readonly string[], meanings: readonly string[]) =>
  readOrganisation(
    { people: [Buffer.from([meanings.join(','), ...rows].join('\n'))], units: null, meanings },
    now,
  )
const levels = ['person_id', 'name', 'email', 'level:1', 'level:2']
const managers = ['person_id', 'name', 'email', 'manager']
const codesOf = (result: Awaited<ReturnType<typeof read>>) =>
  result.ok ? [] : result.error.faults.map(({ code, line }) => [code, line])

test('levels become a tree below the organisation, and people belong to the lowest that is named', async () => {
  const rows = ['1,A,a@x.org,Sales,North', '2,B,b@x.org,Sales,', '3,C,c@x.org,Works,North', '4,D,d@x.org,,']
  const result = await read(rows, levels)
  expect(result.ok && result.value.units).toEqual([
    { id: 'organisation', parent: null, name: 'Acme' },
    { id: 'Sales', parent: 'organisation', name: 'Sales' },
    { id: 'Works', parent: 'organisation', name: 'Works' },
    { id: 'Sales/North', parent: 'Sales', name: 'North' },
    { id: 'Works/North', parent: 'Works', name: 'North' },
  ])
  expect(result.ok && result.value.people.map(({ unit }) => unit)).toEqual([
    'Sales/North',
    'Sales',
    'Works/North',
    'organisation',
  ])
})

test('a division that everybody shares is the root; long names make an id that fits', async () => {
  const long = 'Very long name '.repeat(8).trim()
  const result = await read([`1,A,a@x.org,Acme,${long}`, '2,B,b@x.org,Acme,'], levels)
  const [root, below] = result.ok ? result.value.units : []
  expect(root).toEqual({ id: 'Acme', parent: null, name: 'Acme' })
  expect(below?.name).toBe(long)
  expect(below?.id.length).toBeLessThanOrEqual(80)
})

test('a level that is empty above one that is not is a fault with its line', async () => {
  expect(codesOf(await read(['1,A,a@x.org,Sales,North', '2,B,b@x.org,,North'], levels))).toEqual([
    ['level-missing', 3],
  ])
})

test('whoever leads somebody has a unit, and leads it; people belong to the unit of who leads them', async () => {
  const rows = ['1,Ada,a@x.org,', '2,Bo,b@x.org,1', '3,Cy,c@x.org,B@x.org', '4,Di,d@x.org,2']
  const result = await read(rows, managers)
  expect(result.ok && result.value.units).toEqual([
    { id: '1', parent: null, name: 'Ada' },
    { id: '2', parent: '1', name: 'Bo' },
  ])
  expect(result.ok && result.value.people.map(({ unit, leads }) => [unit, leads])).toEqual([
    ['1', ['1']],
    ['1', ['2']],
    ['2', []],
    ['2', []],
  ])
})

test('an unknown manager, a second head and a circle are faults with their lines', async () => {
  expect(codesOf(await read(['1,Ada,a@x.org,', '2,Bo,b@x.org,9'], managers))).toContainEqual([
    'unknown-manager',
    3,
  ])
  expect(codesOf(await read(['1,Ada,a@x.org,', '2,Bo,b@x.org,'], managers))).toEqual([['two-heads', 3]])
  const circle = ['1,Ada,a@x.org,', '2,Bo,b@x.org,3', '3,Cy,c@x.org,2']
  expect(codesOf(await read(circle, managers))).toEqual([['manager-cycle', 3]])
})
