import { present } from '@chorus/basics/assert'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ImportAnswer } from '@chorus/contracts/organisation'
import type { Office } from '@chorus/db/database'
import { usualLanguage } from '@chorus/db/stores/founding'
import { applyImport } from '@chorus/db/stores/organisation-import'
import type { Source } from '../csv/csv-reader.ts'
import type { Faults } from '../csv/fault-list.ts'
import { readOrganisation } from './read-organisation.ts'
import { readWatch } from './read-watch.ts'

/**
 * Makes the organisation what two files with columns of ours say, or lists every fault and changes nothing. Without preview, question or undo: for
 * the demo and for tests. People import by `planImport`.
 */
export async function importOrganisation(
  office: Office,
  organisation: string,
  files: { readonly units: Source; readonly people: Source },
  now: Date,
): Promise<Result<ImportAnswer, Faults>> {
  const watch = await readWatch(office, organisation)
  const wanted = await readOrganisation(files, {
    name: '',
    units: [],
    watch,
    language: await usualLanguage(office, organisation),
  })
  if (!wanted.ok) return err(wanted.error)
  const moment = { now, fingerprint: null, undoUntil: null }
  const applied = await applyImport(office, organisation, { ...wanted.value, history: [] }, moment)
  return ok(present(applied.ok ? applied.value : null, 'an import that asks for no fingerprint'))
}
