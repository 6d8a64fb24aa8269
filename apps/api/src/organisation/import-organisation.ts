import { err, ok, type Result } from '@chorus/basics/result'
import type { ImportAnswer } from '@chorus/contracts/organisation'
import type { Office } from '@chorus/db/database'
import { replaceOrganisation } from '@chorus/db/stores/organisation-import'
import type { Source } from '../csv/csv-reader.ts'
import type { Faults } from '../csv/fault-list.ts'
import { type PersonRow, readPeople } from '../csv/read-people.ts'
import { readUnits, type UnitRow } from '../csv/read-units.ts'

export type OrganisationFiles = {
  readonly units: Source
  readonly people: Source
  /** What faults call the files. */
  readonly names?: { readonly units: string; readonly people: string }
}

/** Makes the organisation what the two files say, or lists every fault and changes nothing. */
export async function importOrganisation(
  office: Office,
  organisation: string,
  files: OrganisationFiles,
  now: Date,
): Promise<Result<ImportAnswer, Faults>> {
  const names = files.names ?? { units: 'units.csv', people: 'people.csv' }
  const units = await readUnits(files.units, names.units)
  if (!units.ok) return err(units.error)
  const people = await readPeople(files.people, names.people, new Set(units.value.map((unit) => unit.id)))
  if (!people.ok) return err(people.error)
  return ok(
    await replaceOrganisation(
      office,
      organisation,
      parentsFirst(units.value),
      people.value.map(asImported),
      now.toISOString().slice(0, 'yyyy-mm-dd'.length),
    ),
  )
}

function asImported(row: PersonRow) {
  const { personId, name, email, unit, role, manages, language, cuts, channel } = row
  return {
    externalId: personId,
    name,
    email,
    unit,
    role,
    language: language ?? 'en',
    cuts,
    channel,
    leads: manages,
  }
}

/** The reader has made sure that there is one root and no cycle. */
function parentsFirst(units: readonly UnitRow[]): { id: string; parent: string | null; name: string }[] {
  const children = new Map<string | null, UnitRow[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const inOrder = [...(children.get(null) ?? [])]
  for (const unit of inOrder) inOrder.push(...(children.get(unit.id) ?? []))
  return inOrder.map(({ id, parent, name }) => ({ id, parent, name }))
}
