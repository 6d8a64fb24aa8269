import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { twoScales } from '../test/wave.ts'
import { GroupTally } from './group-tally.ts'
import { drawMasks } from './masks.ts'
import { publishWave } from './publish.ts'
import type { PublishInput } from './publish-input.ts'
import { Repairs } from './repairs.ts'
import { treeOf } from './tree.ts'
import { waveWriter } from './write-wave.ts'

const units = [
  { id: 'all', parent: null },
  { id: 'a', parent: 'all' },
]

/** Twelve people of one unit, with a tenure each. */
function publish(tenures: readonly string[], cuts: readonly string[]) {
  const counts = new GroupTally(
    units.map(({ id }) => id),
    twoScales,
    cuts,
  )
  for (const tenure of tenures) counts.add(1, [6, 2, 5], cuts.length === 0 ? [] : [tenure])
  const published = publishWave({
    wave: { id: 'w', closed: null },
    units,
    counts,
    invited: null,
    policy: policyInput.parse({ cuts }),
    earlier: [],
  })
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  return published.value.wave
}

const tenures = [
  'new',
  'new',
  'new',
  'long',
  'long',
  'long',
  'long',
  'middle',
  'middle',
  'middle',
  'middle',
  '',
]

test('every unit has a cell for every category of a cut, and those below its threshold are all the same word', () => {
  const { cells } = publish(tenures, ['tenure'])
  expect(cells.map(({ unit, cut, status }) => [unit, cut.tenure ?? 'all', status])).toEqual([
    ['all', 'all', 'published'],
    ['all', 'long', 'protected'],
    ['all', 'middle', 'protected'],
    ['all', 'new', 'protected'],
    ['a', 'all', 'published'],
    ['a', 'long', 'protected'],
    ['a', 'middle', 'protected'],
    ['a', 'new', 'protected'],
  ])
  const hidden = cells.filter((cell) => Object.keys(cell.cut).length > 0)
  expect(new Set(hidden.map(({ unit: _, cut: __, ...rest }) => JSON.stringify(rest))).size).toBe(1)
})

test('a cut beside the tree changes nothing in the cells of the tree', () => {
  const tree = publish(tenures, ['tenure']).cells.filter(({ cut }) => cut.tenure === undefined)
  expect(tree).toEqual(publish(tenures, []).cells)
})

const tallied = () => {
  const counts = new GroupTally(
    units.map(({ id }) => id),
    twoScales,
  )
  for (let person = 0; person < 12; person++) {
    counts.add(0, [6, 2, 5])
    counts.add(1, [4, 3, 2])
  }
  return counts
}

test('a repair rewrites its cell and leaves the others the same objects, as if the wave were written anew', () => {
  const input: PublishInput = {
    wave: { id: 'w', closed: null },
    units,
    counts: tallied(),
    invited: null,
    policy: policyInput.parse({}),
    earlier: [],
  }
  const tree = treeOf(units)
  const masks = drawMasks(input.counts, tree, input.policy)
  const repaired = new Repairs([{ unit: 'a', cut: {}, block: 'safety', step: 1 }])
  const write = waveWriter(input, tree)
  const first = write(masks, new Repairs([]))
  const second = write(masks, repaired)
  expect(second.cells[0]).toBe(first.cells[0])
  expect(second.cells[1]).not.toEqual(first.cells[1])
  expect(second).toEqual(waveWriter(input, tree)(masks, repaired))
  expect(write(masks, new Repairs([]))).toEqual(first)
})
