import { expect, test } from 'vitest'
import { reportableUnits } from './reportable-units.ts'

const unit = (id: string, parent: string | null) => ({ id, parent, name: id })
const tree = [
  unit('top', null),
  unit('east', 'top'),
  unit('east-one', 'east'),
  unit('east-two', 'east'),
  unit('west', 'top'),
]
type Reader = Parameters<typeof reportableUnits>[1]
const openTo = (reader: Partial<Reader>) =>
  reportableUnits(tree, { seesAll: false, leads: [], own: null, ...reader }).map(({ id, parent, depth }) => [
    id,
    parent,
    depth,
  ])

test('nobody without a unit, a led unit or the right to see all may open anything', () => {
  expect(openTo({})).toEqual([])
})

test('the own unit opens itself, neither those beside it nor those below', () => {
  expect(openTo({ own: 'east-one' })).toEqual([['east-one', null, 0]])
  expect(openTo({ own: 'top' })).toEqual([['top', null, 0]])
})

test('the own unit above a led one does not open what lies beside the led one', () => {
  expect(openTo({ own: 'top', leads: ['east'] })).toEqual([
    ['top', null, 0],
    ['east', 'top', 1],
    ['east-one', 'east', 2],
    ['east-two', 'east', 2],
  ])
})

test('a led unit opens everything below it, the own one included', () => {
  expect(openTo({ own: 'east-two', leads: ['east'] })).toEqual(openTo({ leads: ['east'] }))
})

test('who sees all sees all', () => {
  expect(openTo({ seesAll: true, own: 'west' })).toHaveLength(tree.length)
})
