import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { twoScales } from '../test/wave.ts'
import { GroupTally } from './group-tally.ts'
import { publishWave } from './publish.ts'

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
