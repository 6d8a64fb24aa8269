import { unitId } from '@chorus/contracts/ids'
import { expect, test } from 'vitest'
import { officeOf } from './office-of.ts'

const treeOf = (parents: Record<string, string | null>) =>
  Object.entries(parents).map(([id, parent]) => ({
    id: unitId.parse(id),
    parent: parent === null ? null : unitId.parse(parent),
    name: id.toUpperCase(),
  }))
const before = treeOf({ top: null, east: 'top', west: 'top', red: 'east' })
const after = treeOf({ top: null, east: 'top', west: 'top', red: 'west' })
const speaks = (leads: string[], newest = before) =>
  officeOf('red', { ofWave: before, newest }, { isHr: false, hrUnits: [], leads })?.unit?.id

test('HR speaks as HR, a manager for the closest led unit, and nobody for a unit beside or below', () => {
  expect(
    officeOf('red', { ofWave: before, newest: before }, { isHr: true, hrUnits: [], leads: ['red'] }),
  ).toEqual({
    unit: null,
  })
  expect(speaks(['top', 'red'])).toBe('red')
  expect(speaks(['top', 'east'])).toBe('east')
  expect(speaks(['west'])).toBeUndefined()
  expect(speaks([])).toBeUndefined()
  const ofEast = officeOf(
    'east',
    { ofWave: before, newest: before },
    { isHr: false, hrUnits: [], leads: ['red'] },
  )
  expect(ofEast).toBeNull()
})

test('after a unit has moved, who leads what is above it today may answer', () => {
  expect(speaks(['west'], after)).toBe('west')
  expect(speaks(['east'], after)).toBe('east')
})

test('HR of a part speaks as HR inside it, before leading anything there, and not at all outside', () => {
  const ofPart = (unit: string, leads: string[] = []) =>
    officeOf(unit, { ofWave: before, newest: before }, { isHr: false, hrUnits: ['east'], leads })
  expect(ofPart('red')).toEqual({ unit: null })
  expect(ofPart('east', ['top'])).toEqual({ unit: null })
  expect(ofPart('west')).toBeNull()
  expect(ofPart('top')).toBeNull()
})
