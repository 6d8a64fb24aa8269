import { err, ok, type Result } from '@chorus/basics/result'
import type { PersonToImport } from '@chorus/db/stores/roster'
import type { Source } from '../csv/csv-reader.ts'
import { FaultList, type Faults } from '../csv/fault-list.ts'
import { type FindUnit, type PersonRow, readPeople } from '../csv/read-people.ts'
import { readUnits } from '../csv/read-units.ts'
import { findTreeFaults } from '../csv/tree-faults.ts'
import { watcherFaults } from '../csv/watcher-faults.ts'
import { unitsFromLevels, unitsFromManagers } from './derive-units.ts'
import type { Watch } from './read-watch.ts'

type Unit = { readonly id: string; readonly parent: string | null; readonly name: string }

export type OrganisationFiles = {
  readonly people: Source
  /** Without it units follow from the columns, or stay as they are. */
  readonly units: Source | null
  /** What the columns of the people file mean; without it they have the names of ours. */
  readonly meanings?: readonly string[] | undefined
  /** What faults call the files. */
  readonly names?: { readonly units: string; readonly people: string } | undefined
}

/** How the organisation is now, as far as a file may leave it out. */
export type OrganisationNow = {
  readonly name: string
  readonly units: readonly Unit[]
  readonly watch: Watch
  /** Of people of whom the file says none. */
  readonly language: string
}

export type WantedOrganisation = {
  /** Parents before children. */
  readonly units: readonly Unit[]
  readonly people: readonly PersonToImport[]
}

/** What some files say that the organisation is, or every fault. */
export async function readOrganisation(
  files: OrganisationFiles,
  now: OrganisationNow,
): Promise<Result<WantedOrganisation, Faults>> {
  const names = files.names ?? { units: 'units.csv', people: 'people.csv' }
  const levels = files.meanings?.includes('level:1') ?? false
  const managers = !levels && files.meanings?.includes('unit_id') === false
  const listed = files.units ? await readUnits(files.units, names.units) : ok(now.units)
  if (!listed.ok) return err(listed.error)
  const derives = !files.units && (levels || managers)
  const findUnit = derives ? null : finder(listed.value)
  const people = await readPeople(files.people, names.people, findUnit, files.meanings)
  if (!people.ok) return err(people.error)
  const imported = (row: PersonRow) => asImported(row, now.language)
  const saysRoles = files.meanings?.includes('role') !== false
  const unwatched = watcherFaults(people.value, names.people, saysRoles, now.watch)
  if (unwatched.inAll > 0) return err(unwatched)
  if (!derives) return ok({ units: parentsFirst(listed.value), people: people.value.map(imported) })

  const faults = new FaultList()
  const root = now.units.find(({ parent }) => parent === null) ?? { id: 'organisation', name: now.name }
  const placed = levels
    ? unitsFromLevels(people.value, names.people, { id: root.id, name: root.name }, faults)
    : unitsFromManagers(people.value, names.people, faults)
  if (faults.inAll === 0)
    for (const fault of findTreeFaults(placed.units.map((unit) => ({ ...unit, line: 1 }))))
      faults.add({ file: names.people, ...fault })
  if (faults.inAll > 0) return err(faults)
  return ok({ units: parentsFirst(placed.units), people: placed.people.map(imported) })
}

/** By its id; by its name where only one has it. */
function finder(units: readonly Unit[]): FindUnit {
  const ids = new Set(units.map(({ id }) => id))
  const byName = new Map<string, string | null>()
  for (const { id, name } of units) byName.set(name, byName.has(name) ? null : id)
  return (text) => (ids.has(text) ? text : (byName.get(text) ?? undefined))
}

function asImported(row: PersonRow, usualLanguage: string): PersonToImport {
  const { personId, name, email, unit, role, manages, hrUnits, language, cuts, channel, zone } = row
  return {
    externalId: personId,
    name,
    email,
    unit,
    role,
    language: language ?? usualLanguage,
    cuts,
    channel,
    zone,
    leads: [...new Set(manages)],
    hrUnits,
  }
}

/** The reader has made sure that there is one root and no cycle. */
function parentsFirst(units: readonly Unit[]): Unit[] {
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const inOrder = [...(children.get(null) ?? [])]
  for (const unit of inOrder) inOrder.push(...(children.get(unit.id) ?? []))
  return inOrder.map(({ id, parent, name }) => ({ id, parent, name }))
}
