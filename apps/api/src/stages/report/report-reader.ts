import type { Reporter } from '@chorus/db/database'
import { listCells, listWaveCells, type ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitChange } from '../../access/unit-breaks.ts'
import { unitPast } from '../../access/unit-past.ts'
import { unitTree } from '../../access/unit-tree.ts'
import { joinedBeside, unitsUpFrom } from './around-unit.ts'
import { leafTeamsReader } from './leaf-teams.ts'
import type { UnitInTree } from './reportable-units.ts'
import { mapScales } from './unit-map.ts'
import { unitReport } from './unit-report.ts'

/** Reads what a unit's report is made of, the cells of the unit, of those directly below, and of what it is shown beside, and makes it. */
export function reportReader(reporter: Reporter) {
  const leafTeamsOf = leafTeamsReader(reporter)
  /** @returns null when the unit is not among what the reader may see */
  return async (
    headers: readonly ReleaseHeader[],
    visible: readonly UnitInTree[],
    unit: string,
    changes: readonly UnitChange[],
  ): Promise<ReturnType<typeof unitReport>> => {
    const newest = headers.at(-1)
    if (!newest || !visible.some(({ id }) => id === unit)) return null
    const below = unitTree(newest.units)
      .below(unit)
      .map(({ id }) => id)
    const around = [...unitsUpFrom(newest.units, unit), joinedBeside(newest.units, unit) ?? []].flat()
    const besides = await listWaveCells(
      reporter,
      newest,
      around.map(({ id }) => id),
    )
    const pasts = [unit, ...below].map((id) => unitPast(id, headers, changes))
    const predecessors = (pasts[0]?.breaks ?? []).flatMap((one) => one.predecessors.map(({ id }) => id))
    const before = [
      ...pasts.flatMap(({ ids }) => ids),
      ...predecessors.flatMap((id) => [id, ...unitPast(id, headers, changes).ids]),
    ]
    const cells = await listCells(reporter, newest.organisation, [...new Set([unit, ...below, ...before])])
    const byPlace = new Map(
      [...cells, ...besides.map((cell) => ({ wave: newest.wave, cell }))]
        .filter(({ cell }) => Object.keys(cell.cut).length === 0)
        .map(({ wave, cell }) => [JSON.stringify([wave, cell.unit]), cell]),
    )
    const withBoth = headers.findLast((header) => mapScales(header) !== null)
    const teams = {
      newest: await leafTeamsOf(newest),
      ofMap: withBoth ? await leafTeamsOf(withBoth) : null,
    }
    const cellOf = (wave: string, id: string) => byPlace.get(JSON.stringify([wave, id]))
    return unitReport(unit, headers, visible, cellOf, teams, changes)
  }
}
