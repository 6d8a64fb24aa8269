import type { ReportableUnits } from '@chorus/contracts/report'

type Units = ReportableUnits['units']

/** A unit and all below it, as a report lists them: parents before their children, and nothing else between. */
export function unitsToPrint(units: Units, top: string): Units {
  const start = units.findIndex(({ id }) => id === top)
  const first = units[start]
  if (!first) return []
  const rest = units.slice(start + 1)
  const end = rest.findIndex(({ depth }) => depth <= first.depth)
  return [first, ...(end < 0 ? rest : rest.slice(0, end))]
}
