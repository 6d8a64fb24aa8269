import type { Cell } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import type { UnitInTree } from './reportable-units.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitsWithoutResult } from './units-without-result.ts'

const unit = (id: string, parent: string | null, name = id): UnitInTree => ({ id, name, parent, depth: 1 })
const tree = [
  unit('all', null),
  unit('red', 'all'),
  unit('tiny', 'all'),
  unit('nobody', 'all'),
  unit('all~small-teams', 'all', 'Small teams of all'),
]
const shown = (id: string): Cell => ({ ...releasedCell({ n: { lo: 5, hi: 9 }, mean: 5 }), unit: id })
const hidden = (id: string): Cell => ({
  ...shown(id),
  status: 'protected',
  reason: 'protected',
  n: null,
  measures: [],
})
const wave = (id: string, cells: readonly Cell[]) => ({
  header: releasedHeader(id),
  cells: new Map(cells.map((cell) => [cell.unit, cell])),
})

test('where everything is shown, nothing is without a result', () => {
  expect(unitsWithoutResult([wave('w1', [shown('all')])], [unit('all', null)])).toEqual([])
})

test('hidden units stand under the unit above, with the wave that showed them last and the group of small teams there', () => {
  const waves = [
    wave('w1', [shown('all'), shown('red'), hidden('tiny'), hidden('nobody')]),
    wave('w2', [shown('all'), hidden('red'), hidden('tiny'), hidden('nobody'), shown('all~small-teams')]),
  ]
  expect(unitsWithoutResult(waves, tree)).toEqual([
    {
      parent: { id: 'all', name: 'all' },
      units: [
        { id: 'red', name: 'red', lastShown: 'w1' },
        { id: 'tiny', name: 'tiny', lastShown: null },
        { id: 'nobody', name: 'nobody', lastShown: null },
      ],
      joined: { id: 'all~small-teams', name: 'Small teams of all', n: { lo: 5, hi: 9 } },
    },
  ])
})

test('a hidden group of small teams has no number, and a unit without a cell says the same as a hidden one', () => {
  const [group] = unitsWithoutResult([wave('w1', [shown('all'), shown('red'), hidden('tiny')])], tree)
  expect(group?.joined).toEqual({ id: 'all~small-teams', name: 'Small teams of all', n: null })
  expect(group?.units.map(({ id, lastShown }) => [id, lastShown])).toEqual([
    ['tiny', null],
    ['nobody', null],
    ['all~small-teams', null],
  ])
})
