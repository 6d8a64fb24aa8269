import { present } from '@chorus/basics/assert'
import type { Cell } from '@chorus/contracts/publish'
import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import type { UnitBreaks } from '../../access/unit-breaks.ts'
import { cutTables } from './cut-tables.ts'
import { judgedWave } from './judged-wave.ts'
import { otherMeasures } from './other-measures.ts'
import type { UnitInTree } from './reportable-units.ts'
import { unitShifts } from './unit-shifts.ts'
import { unitsWithoutResult, type WithoutResult } from './units-without-result.ts'
import type { WaveOfUnits } from './wave-of-units.ts'

type Overview = Omit<OrganisationOverview, 'shifts' | 'withoutResult'> & {
  shifts: ReturnType<typeof unitShifts>
  withoutResult: WithoutResult[]
}

/**
 * The whole organisation, from releases alone.
 * @param waves oldest first, at least one
 * @param units all of the newest wave, parents before children
 * @param breaks of the same waves
 * @param split the root's cells of the newest wave, with any cuts
 */
export function organisationOverview(
  waves: readonly WaveOfUnits[],
  units: readonly UnitInTree[],
  breaks: UnitBreaks,
  split: readonly Cell[],
): Overview {
  const headers = waves.map(({ header }) => header)
  const newest = present(waves.at(-1), 'the newest release')
  const root = present(units[0], 'the root of the units').id
  const judged = judgedWave(
    newest.header,
    headers,
    breaks,
    units.map(({ id }) => id),
    newest.cells,
  )
  return {
    k: newest.header.policy.k,
    waves: headers.map(({ wave, label, closedOn, source, summary: { n, invited, responseRate } }) => ({
      id: wave,
      label,
      closed: closedOn,
      imported: source === 'imported',
      n,
      invited,
      responseRate,
    })),
    scales: [...judged.scales],
    shifts: unitShifts(waves, units, judged, breaks),
    withoutResult: unitsWithoutResult(waves, units),
    others: otherMeasures(
      waves.map(({ header, cells }, at) => ({
        header,
        cell: cells.get(root),
        isNewGroup: breaks.of(root).includes(at),
      })),
    ),
    cuts: cutTables(newest.header, split),
  }
}
