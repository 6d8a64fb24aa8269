import { policyInput } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { people, publish, type TestUnit, twoScales, unit } from '../test/wave.ts'
import { type SnapshotWave, snapshotJson } from './snapshot.ts'

const frame = (units: readonly TestUnit[], k = 5) => ({
  instrument: { id: 'test', name: 'Test', scales: twoScales },
  policy: policyInput.parse({ k }),
  units: units.map(({ id, parent }) => ({ id, parent, name: id })),
})
const framed = (units: readonly TestUnit[], wave: ReleasedWave, k = 5): SnapshotWave => ({
  ...frame(units, k),
  id: wave.id,
  read: async () => wave,
})

async function snapshot(newest: ReturnType<typeof frame>, waves: readonly SnapshotWave[]) {
  let text = ''
  for await (const piece of snapshotJson(newest, waves)) text += piece
  return JSON.parse(text)
}

test('without a wave there are rules, items and units, and no cells', async () => {
  expect(await snapshot(frame([unit('all', null)]), [])).toEqual({
    format: 'climate-snapshot-audit/1',
    k: 5,
    thresholds: { mean: 5, fav: 10, hist: 30, sd: 30 },
    scale: [1, 7],
    favourableFrom: 5,
    items: ['safety', 's1', 's2', 'o1'],
    ranges: expect.any(Object),
    units: [{ id: 'all', parent: null }],
    waves: [],
    cells: [],
    cuts: {},
    spread: {},
  })
})

test('figures stand as they were released: steps, open ends, and the word for agreement', async () => {
  const units = [unit('all', null, people(12, [7, 1, 5]))]
  const { cells, spread } = await snapshot(frame(units), [framed(units, publish(units))])
  expect(cells).toHaveLength(1)
  expect(cells[0]).toMatchObject({ status: 'published', n: { lo: 10, hi: 14 }, parents: [] })
  expect(cells[0].items.safety).toEqual({
    mean: { lo: 6.25, hi: 7 },
    fav: { lo: 0.85, hi: 1 },
    hist: null,
    sd: null,
    agreement: null,
  })
  expect(cells[0].items.o1).toMatchObject({ agreement: 'strong' })
  expect(spread).toEqual({ w1: {} })
})

test('after a reorganisation a wave carries the tree and the k of its own, and its cells point into that tree', async () => {
  const old = [unit('all', null), unit('west', 'all'), unit('a', 'west', people(12))]
  const now = [unit('all', null), unit('a', 'all', people(12))]
  const first = publish(old, { id: 'w1' })
  const second = publish(now, { id: 'w2', policy: { k: 6 } })
  const document = await snapshot(frame(now, 6), [framed(old, first), framed(now, second, 6)])
  expect(document.units).toEqual([
    { id: 'all', parent: null },
    { id: 'a', parent: 'all' },
  ])
  expect(document.waves).toEqual([
    {
      id: 'w1',
      k: 5,
      thresholds: { mean: 5, fav: 10, hist: 30, sd: 30 },
      units: [
        { id: 'all', parent: null },
        { id: 'west', parent: 'all' },
        { id: 'a', parent: 'west' },
      ],
    },
    { id: 'w2' },
  ])
  const a = document.cells.filter((cell: { unit: string }) => cell.unit === 'a')
  expect(a.map((cell: { parents: string[] }) => cell.parents)).toEqual([['["w1","west"]'], ['["w2","all"]']])
})
