import type { OrganisationTree } from '@chorus/contracts/organisation'
import { expect, test } from 'vitest'
import { nest } from './nest-units.ts'

const units = [
  { id: 'a', parent: null, name: 'A', depth: 0, people: 1 },
  { id: 'b', parent: 'a', name: 'B', depth: 1, people: 2 },
  { id: 'c', parent: 'b', name: 'C', depth: 2, people: 4 },
  { id: 'd', parent: 'a', name: 'D', depth: 1, people: 0 },
] as unknown as OrganisationTree['units']

test('people below are counted over all levels', () => {
  const [root] = nest(units)
  expect([root?.peopleBelow, root?.children.map((child) => child.peopleBelow)]).toEqual([7, [6, 0]])
})

test('an empty organisation has no tree', () => {
  expect(nest([])).toEqual([])
})
