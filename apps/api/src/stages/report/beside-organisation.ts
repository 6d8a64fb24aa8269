import type { ExperimentOutcome } from '@chorus/contracts/experiments'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { changeOfDifference } from '@chorus/reporting/change-of-difference'
import { unitsUpFrom } from './around-unit.ts'
import type { CellLookup } from './unit-report.ts'
import { comparedIn } from './units-above.ts'

type Beside = Extract<ExperimentOutcome, { status: 'told' }>['organisation']

/**
 * What the organisation did on a core scale while a unit tried something: its means in both waves, which the unit's report showed when each
 * was the newest, and by how much more the unit moved. Null for the organisation itself, and where it is protected.
 */
export function besideOrganisation(
  { before, after }: { readonly before: ReleaseHeader; readonly after: ReleaseHeader },
  unitIn: (wave: string) => string,
  cellOf: CellLookup,
  measure: Measure,
): Beside {
  const [then, now] = [before, after].map((header) => {
    const unit = unitIn(header.wave)
    const root = unitsUpFrom(header.units, unit).at(-1)
    return root && comparedIn(header, measure, cellOf(header.wave, unit), cellOf(header.wave, root.id))
  })
  if (!then?.shown || !now?.shown) return null
  return {
    before: then.shown.mean,
    after: now.shown.mean,
    more: then.compared && now.compared ? changeOfDifference(then.compared, now.compared) : null,
  }
}
