import { expect, test } from 'vitest'
import { partOfTree } from './part-of-tree.ts'

const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'east', parent: 'top', name: 'East' },
  { id: 'red', parent: 'east', name: 'Red' },
  { id: 'west', parent: 'top', name: 'West' },
]
const seen = (parts: string[] | null) =>
  partOfTree(units, parts === null ? null : parts.map((id) => ({ id }))).map(({ id, parent, depth }) => [
    id,
    parent,
    depth,
  ])

test('HR of the whole sees the whole tree', () => {
  expect(seen(null)).toEqual([
    ['top', null, 0],
    ['east', 'top', 1],
    ['red', 'east', 2],
    ['west', 'top', 1],
  ])
})

test('HR of a part sees that part, and not what it is part of', () => {
  expect(seen(['east', 'red'])).toEqual([
    ['east', null, 0],
    ['red', 'east', 1],
  ])
  expect(seen(['west', 'gone'])).toEqual([['west', null, 0]])
})

test('HR of a part that is gone sees nothing', () => {
  expect(seen([])).toEqual([])
})
