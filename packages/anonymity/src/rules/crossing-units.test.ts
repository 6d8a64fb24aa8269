import { expect, test } from 'vitest'
import { treeOf } from '../tree.ts'
import { crossingUnits } from './crossing-units.ts'

const tree = treeOf([
  { id: 'whole', parent: null },
  { id: 'large', parent: 'whole' },
  { id: 'small', parent: 'whole' },
])

test('crossings are for the whole organisation, however small, and for units of a hundred', () => {
  expect([...crossingUnits(tree, Uint32Array.of(199, 100, 99))]).toEqual([1, 1, 0])
  expect([...crossingUnits(tree, Uint32Array.of(20, 11, 9))]).toEqual([1, 0, 0])
})
