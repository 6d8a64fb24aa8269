import type { Cell, Change } from '@chorus/contracts/publish'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafTeams } from './leaf-teams.ts'
import type { UnitInTree } from './reportable-units.ts'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitReport } from './unit-report.ts'

const units: UnitInTree[] = [
  { id: 'whole', name: 'Whole', parent: null, depth: 0 },
  ...Array.from({ length: 12 }, (_, i) => ({ id: `t${i}`, name: `T${i}`, parent: 'whole', depth: 1 })),
]
const change = (difference: number, verdict: Change['verdict']): Change => ({
  since: 'w1',
  difference,
  interval: { lo: difference - 0.6, hi: difference + 0.6 },
  smallestSeen: 0.9,
  test: { standardError: 0.3, df: 60 },
  verdict,
})
/** T0 moved just enough to be called when nothing else is compared; all others stood still. */
const cells = new Map<string, Cell>(
  units.map(({ id }, i) => {
    const moved = id === 't0' ? change(0.65, 'up') : change(0.1, 'no change shown')
    return [id, { ...releasedCell({ n: 20, mean: 4 + i / 5, sd: 1, change: moved }), unit: id }]
  }),
)
const samples = new Map([...cells].slice(1).map(([id], i) => [id, { n: 20, mean: 4.2 + i / 5, sd: 1 }]))
const teams = leafTeams([...samples.keys()], new Map([[measure.id, samples]]))
const header = { ...releasedHeader('w1'), units: units.map(({ id, name, parent }) => ({ id, name, parent })) }
const reportOf = (unit: string, visible = units) =>
  unitReport(unit, [header], visible, (_, id) => cells.get(id), { newest: teams, ofMap: null })

test('a change that is called by itself is no longer called among those of twelve other units', () => {
  const alone = reportOf('t0')
  const among = reportOf('whole')
  expect(alone?.comparisons.made).toBe(1)
  expect(alone?.scales[0]?.points[0]).toMatchObject({ change: { verdict: 'up' } })
  expect(among?.comparisons.made).toBe(13)
  expect(among?.children[0]?.scales[0]?.points[0]).toMatchObject({ change: { verdict: 'no change shown' } })
})

test('leaf teams stand among each other, and what lies above them does not', () => {
  const report = reportOf('whole')
  expect(report?.scales[0]?.position).toBe(null)
  expect(report?.children[0]?.scales[0]?.position).toMatchObject({ word: 'lower', teams: 12 })
  expect(report?.children.at(-1)?.scales[0]?.position).toMatchObject({ word: 'higher', teams: 12 })
})

test('one wave is too few to call anything unusual, and a unit that the reader may not see has no report', () => {
  expect(reportOf('whole')?.scales[0]?.signals).toEqual({ status: 'too few waves', shown: 1, needed: 9 })
  expect(reportOf('elsewhere')).toBe(null)
})

test('a report is the same, word for word, however much else its reader may open', () => {
  fc.assert(
    fc.property(fc.subarray(units.slice(1)), (others) => {
      const seen = reportOf('whole', [...units.slice(0, 1), ...others])
      expect({ ...seen, children: [] }).toEqual({ ...reportOf('whole'), children: [] })
      expect(seen?.children.map(({ unit }) => unit.id)).toEqual(others.map(({ id }) => id))
    }),
    { numRuns: 20 },
  )
})
