import { err, ok, type Result } from '@chorus/basics/result'
import type { ImportPreview } from '@chorus/contracts/organisation-import'
import type { Office } from '@chorus/db/database'
import { usualLanguage } from '@chorus/db/stores/founding'
import { renumber, type ToImport } from '@chorus/db/stores/organisation-import'
import type { UnitRow } from '@chorus/db/stores/organisations'
import { listProgrammes } from '@chorus/db/stores/programmes'
import { readRoster } from '@chorus/db/stores/roster'
import type { Faults } from '../csv/fault-list.ts'
import { type DifferencesByKind, differencesOf } from './differences.ts'
import { keepSelf, ownNumber } from './keep-self.ts'
import { keepUnsaid } from './keep-unsaid.ts'
import { proposeHistory } from './propose-history.ts'
import { type OrganisationFiles, readOrganisation, type WantedOrganisation } from './read-organisation.ts'
import { readWatch } from './read-watch.ts'
import { tooSmallAfter } from './too-small.ts'
import { turnOfOthers } from './turn-of-others.ts'
import { whyStop } from './why-stop.ts'

/** What an import would do, before anything is written. */
export type ImportPlan = {
  /** Units as they are. */
  readonly before: readonly UnitRow[]
  readonly wanted: WantedOrganisation & Pick<ToImport, 'renumbered'>
  readonly differences: DifferencesByKind
  readonly preview: ImportPreview
}

/** @param self the id of whoever imports; null on the command line */
export async function planImport(
  office: Office,
  organisation: { readonly id: string; readonly name: string },
  files: OrganisationFiles,
  self: string | null,
): Promise<Result<ImportPlan, Faults>> {
  const found = await readRoster(office, organisation.id)
  const now = {
    name: organisation.name,
    units: found.units,
    watch: await readWatch(office, organisation.id),
    language: await usualLanguage(office, organisation.id),
  }
  const read = await readOrganisation(files, now)
  if (!read.ok) return err(read.error)
  await turnOfOthers()
  const renumbered = ownNumber(found, read.value, self)
  const roster = { ...found, people: renumber(found.people, renumbered) }
  const said = files.meanings ? await keepUnsaid(read.value, roster, files.meanings) : read.value
  const { wanted, you } = keepSelf(said, roster, self)
  const differences = await differencesOf(roster, wanted)
  await turnOfOthers()
  // Each of these takes some tenths of a second for a hundred thousand people.
  const history = proposeHistory(roster, wanted)
  await turnOfOthers()
  const stop = whyStop(roster, wanted, differences, history)
  await turnOfOthers()
  const preview: ImportPreview = {
    fingerprint: roster.fingerprint,
    units: wanted.units.length,
    people: wanted.people.length,
    counts: countsOf(differences),
    stop,
    tooSmall: tooSmallAfter(roster, wanted, await listProgrammes(office, organisation.id)),
    history,
    you,
  }
  return ok({ before: roster.units, wanted: { ...wanted, renumbered }, differences, preview })
}

function countsOf(found: DifferencesByKind): ImportPreview['counts'] {
  return {
    joined: found.joined.length,
    returned: found.returned.length,
    left: found.left.length,
    moved: found.moved.length,
    renamed: found.renamed.length,
    address: found.address.length,
    role: found.role.length,
    leads: found.leads.length,
    other: found.other.length,
    'unit-new': found['unit-new'].length,
    'unit-vanished': found['unit-vanished'].length,
    'unit-renamed': found['unit-renamed'].length,
    'unit-moved': found['unit-moved'].length,
  }
}
