import type { Difference, DifferenceKind } from '@chorus/contracts/organisation-import'
import { sameCuts } from '@chorus/db/stores/organisation-import'
import type { PersonToImport, Roster, RosterPerson } from '@chorus/db/stores/roster'
import type { WantedOrganisation } from './read-organisation.ts'
import { peopleInATurn, turnOfOthers } from './turn-of-others.ts'

/** Every difference by its kind, in the order of the file; one person may differ in several ways. */
export type DifferencesByKind = Readonly<Record<DifferenceKind, readonly Difference[]>>

/** Compares an organisation with what a file wants it to be. */
export async function differencesOf(roster: Roster, wanted: WantedOrganisation): Promise<DifferencesByKind> {
  const found = emptyLists()
  await comparePeople(roster, wanted, found)
  compareUnits(roster, wanted, found)
  return found
}

type Lists = Record<DifferenceKind, Difference[]>

async function comparePeople(roster: Roster, wanted: WantedOrganisation, found: Lists): Promise<void> {
  const before = new Map(roster.people.map((one) => [one.externalId, one]))
  const staying = new Set(wanted.people.map(({ externalId }) => externalId))
  const wasCalled = new Map(roster.units.map(({ id, name }) => [id, name]))
  const isCalled = new Map(wanted.units.map(({ id, name }) => [id, name]))
  for (const [at, now] of wanted.people.entries()) {
    if (at % peopleInATurn === 0) await turnOfOthers()
    const note = (kind: DifferenceKind, from: string | null, to: string | null) =>
      found[kind].push({ id: now.externalId, name: now.name, before: from, after: to })
    const unit = isCalled.get(now.unit) ?? now.unit
    const then = before.get(now.externalId)
    if (!then) {
      note(roster.leavers.has(now.externalId) ? 'returned' : 'joined', null, unit)
      continue
    }
    if (then.unit !== now.unit) note('moved', wasCalled.get(then.unit) ?? then.unit, unit)
    if (then.name !== now.name) note('renamed', then.name, now.name)
    if (then.email !== now.email) note('address', then.email, now.email)
    if (then.role !== now.role || partsDiffer(then, now))
      note(
        'role',
        roleOf(then, wasCalled),
        roleOf({ ...now, hrUnits: now.hrUnits ?? then.hrUnits }, isCalled),
      )
    if (!sameList(then.leads, now.leads))
      note('leads', namesOf(then.leads, wasCalled), namesOf(now.leads, isCalled))
    if (differsOtherwise(then, now)) note('other', otherFields(then), otherFields(now))
  }
  for (const { externalId, name, unit } of roster.people)
    if (!staying.has(externalId))
      found.left.push({ id: externalId, name, before: wasCalled.get(unit) ?? unit, after: null })
}

function compareUnits(roster: Roster, wanted: WantedOrganisation, found: Lists): void {
  const before = new Map(roster.units.map((unit) => [unit.id, unit]))
  const after = new Map(wanted.units.map((unit) => [unit.id, unit]))
  for (const now of wanted.units) {
    const then = before.get(now.id)
    const above = now.parent === null ? null : (after.get(now.parent)?.name ?? null)
    if (!then) {
      found['unit-new'].push({ id: now.id, name: now.name, before: null, after: above })
      continue
    }
    if (then.name !== now.name)
      found['unit-renamed'].push({ id: now.id, name: now.name, before: then.name, after: now.name })
    if (then.parent !== now.parent) {
      const was = then.parent === null ? null : (before.get(then.parent)?.name ?? null)
      found['unit-moved'].push({ id: now.id, name: now.name, before: was, after: above })
    }
  }
  for (const { id, name } of roster.units)
    if (!after.has(id)) found['unit-vanished'].push({ id, name, before: name, after: null })
}

function emptyLists(): Lists {
  return {
    joined: [],
    returned: [],
    left: [],
    moved: [],
    renamed: [],
    address: [],
    role: [],
    leads: [],
    other: [],
    'unit-new': [],
    'unit-vanished': [],
    'unit-renamed': [],
    'unit-moved': [],
  }
}

/** A file that says nothing of parts leaves them. */
function partsDiffer(then: RosterPerson, now: PersonToImport): boolean {
  return now.hrUnits !== null && !sameList(then.hrUnits ?? [], now.hrUnits)
}

/** "hr", or "hr: Blue, Red" for HR of a part. */
function roleOf({ role, hrUnits }: PersonToImport, names: ReadonlyMap<string, string>): string {
  const parts = role === 'hr' ? namesOf(hrUnits ?? [], names) : null
  return parts === null ? role : `${role}: ${parts}`
}

function differsOtherwise(then: RosterPerson, now: PersonToImport): boolean {
  return (
    then.language !== now.language ||
    then.channel !== now.channel ||
    then.zone !== now.zone ||
    !sameCuts(then.cuts, now.cuts)
  )
}

function otherFields({ language, channel, zone, cuts }: PersonToImport): string {
  const ofCuts = Object.entries(cuts)
    .sort()
    .map(([cut, value]) => `${cut}: ${value}`)
  return [language, channel, ...(zone === null ? [] : [zone]), ...ofCuts].join(', ')
}

function namesOf(units: readonly string[], names: ReadonlyMap<string, string>): string | null {
  return units.length === 0 ? null : units.map((id) => names.get(id) ?? id).join(', ')
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 && b.length === 0) return true
  const there = new Set(a)
  return there.size === new Set(b).size && b.every((one) => there.has(one))
}
