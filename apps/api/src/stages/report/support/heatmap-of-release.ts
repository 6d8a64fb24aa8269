import { present } from '@chorus/basics/assert'
import type { Cell, Release } from '@chorus/contracts/publish'
import { unitBreaks } from '../../../access/unit-breaks.ts'
import { heatmap } from '../heatmap.ts'
import { judgedWave } from '../judged-wave.ts'
import { reportableUnits } from '../reportable-units.ts'
import { releasedHeader } from './released-wave.ts'

/** The numbers that the heatmap shows of the only wave of a release, and those that the release holds, by unit and scale. */
export function heatmapOfRelease(release: Release) {
  const wave = present(release.waves[0], 'the wave')
  const header = { ...releasedHeader(wave.id), ...release, summary: wave.organisation }
  const visible = reportableUnits(release.units, { seesAll: true, leads: [], own: null })
  const cells = new Map<string, Cell>(wave.cells.map((cell) => [cell.unit, cell]))
  const ids = visible.map(({ id }) => id)
  const judged = judgedWave(header, [header], unitBreaks([header], []), ids, cells)
  const { rows, scales } = heatmap(header, visible, judged, { order: 'name', page: 0 })
  const shown = rows.flatMap(({ unit, cells: figures }) =>
    figures.map((one, at): [string, unknown] => [`${unit.id} ${scales[at]?.id}`, one]),
  )
  const released = wave.cells.flatMap(({ unit, measures }) =>
    measures
      .filter(({ type }) => type === 'scale')
      .map(({ id, status, n, mean, interval }): [string, unknown] => [
        `${unit} ${id}`,
        status === 'published' ? { status, n, mean, interval, change: null, newGroup: false } : { status },
      ]),
  )
  return { shown: new Map(shown), released: new Map(released) }
}
