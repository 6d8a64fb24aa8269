import { present } from '@chorus/basics/assert'
import type { Cell } from '@chorus/contracts/publish'
import { expect } from 'vitest'
import { sharedTable, testOnSharedData } from '../../summarize/support/shared-data.ts'
import { summarizeFiles } from '../../summarize/support/summarize-files.ts'
import { heatmap } from './heatmap.ts'
import { judgedWave } from './judged-wave.ts'
import { reportableUnits } from './reportable-units.ts'
import { releasedHeader } from './support/released-wave.ts'

const scale = (id: string, count: number, min: number, max: number) => ({
  id,
  name: id,
  role: 'core',
  items: Array.from({ length: count }, (_, i) => {
    const item = `${id}${String(i + 1).padStart(2, '0')}`
    return { id: item, min, max, text: { en: item } }
  }),
})

testOnSharedData('lq2002: every number on the heatmap is that of its cell in the release', async () => {
  const data = sharedTable('lq2002_items.csv')
  const scales = [scale('LEAD', 11, 1, 5), scale('TSIG', 3, 1, 5), scale('HOSTIL', 5, 0, 4)]
  const companies = [...new Set(data.rows.map((row) => row[1] ?? ''))]
  const result = await summarizeFiles({
    instrument: { id: 'lq2002', name: 'lq2002', scales },
    units: ['unit_id,parent_id,name', 'all,,All', ...companies.map((id) => `${id},all,${id}`)].join('\n'),
    responses: [
      ['wave', 'unit_id', ...scales.flatMap(({ items }) => items.map(({ id }) => id))].join(','),
      ...data.rows.map((row) => ['2002', ...row.slice(1)].join(',')),
    ].join('\n'),
  })
  const release = await result.release()
  const wave = present(release.waves[0], 'the wave')
  const header = { ...releasedHeader(wave.id), ...release, summary: wave.organisation }
  const visible = reportableUnits(release.units, { seesAll: true, leads: [] })
  const cells = new Map<string, Cell>(wave.cells.map((cell) => [cell.unit, cell]))
  const ids = visible.map(({ id }) => id)
  const shown = heatmap(header, visible, judgedWave(header, [header], ids, cells), {
    order: 'name',
    page: 0,
  })
  const numbers = shown.rows.flatMap(({ unit, cells: row }) =>
    row.map((figures, at) => [unit.id, shown.scales[at]?.id, figures]),
  )
  const released = wave.cells.flatMap(({ unit, measures }) =>
    measures
      .filter(({ type }) => type === 'scale')
      .map(({ id, status, n, mean, interval }) => [
        unit,
        id,
        status === 'published' ? { status, n, mean, interval, change: null } : { status },
      ]),
  )
  expect(numbers).toHaveLength(3 * 50)
  const byPlace = (rows: unknown[][]) =>
    new Map(rows.map(([unit, id, figures]) => [`${unit} ${id}`, figures]))
  expect(byPlace(numbers)).toEqual(byPlace(released))
})
