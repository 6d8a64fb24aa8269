import type { Office } from '../../src/database.ts'
import { applyImport, type ImportCounts } from '../../src/stores/organisation-import.ts'
import type { UnitRow } from '../../src/stores/organisations.ts'
import type { PersonToImport } from '../../src/stores/roster.ts'

/** An import that nobody looked at before. @param today ISO date (UTC) */
export async function replaceOrganisation(
  office: Office,
  organisation: string,
  units: readonly UnitRow[],
  people: readonly PersonToImport[],
  today: string,
): Promise<ImportCounts> {
  const moment = { now: new Date(today), fingerprint: null, undoUntil: null }
  const applied = await applyImport(office, organisation, { units, people, history: [] }, moment)
  if (!applied.ok) throw new Error(applied.error.code)
  return applied.value
}
