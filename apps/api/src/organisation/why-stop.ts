import type { ImportPreview, StopReason, UnitChange } from '@chorus/contracts/organisation-import'
import type { PersonToImport, Roster } from '@chorus/db/stores/roster'
import type { DifferencesByKind } from './differences.ts'
import type { WantedOrganisation } from './read-organisation.ts'

/** A file that was cut off, or whose columns slipped, looks like this; a real reorganisation rarely. */
const manyLeave = 0.1
const manyAddresses = 0.2
const losesHalf = 0.5
const unitLookedAt = 10
const reasonsShown = 20

/**
 * Whether a file looks like a mistake: more than 10 % leave, a unit of ten or more loses half of its people without having become another one, or more
 * than 20 % of the addresses of those who stay change, or nobody is left who could mend it: no HR, or no administrator where there was one, or somebody who watches over the rules
 * is dismissed. Whoever goes on types the number of the first reason. Null for a first import.
 */
export function whyStop(
  roster: Roster,
  wanted: WantedOrganisation,
  found: DifferencesByKind,
  history: readonly UnitChange[],
): ImportPreview['stop'] {
  const people = roster.people.length
  const left = found.left.length
  const staying = people - left
  const addresses = found.address.length
  const reasons: StopReason[] = []
  if (left > people * manyLeave) reasons.push({ code: 'many-leave', number: left, of: people, unit: null })
  reasons.push(...rolesThatNobodyKeeps(roster, wanted))
  reasons.push(...auditorsWhoLoseTheRole(roster, wanted))
  reasons.push(...unitsThatLoseHalf(roster, wanted, history))
  if (addresses > staying * manyAddresses)
    reasons.push({ code: 'many-addresses', number: addresses, of: staying, unit: null })
  const [first] = reasons
  return first
    ? { number: first.number, reasons: reasons.slice(0, reasonsShown), inAll: reasons.length }
    : null
}

/** The last one takes the way back along: nobody else could import again. */
function rolesThatNobodyKeeps(roster: Roster, wanted: WantedOrganisation): StopReason[] {
  const reasons: StopReason[] = []
  const partsOf = new Map(
    roster.people.flatMap(({ externalId, hrUnits }) => (hrUnits?.length ? [[externalId, hrUnits]] : [])),
  )
  // HR of a part imports nothing.
  const isOfWhole = ({ externalId, role, hrUnits }: PersonToImport) =>
    role !== 'hr' || (hrUnits ?? partsOf.get(externalId) ?? []).length === 0
  for (const role of ['hr', 'administrator'] as const) {
    const before = roster.people.filter((one) => one.role === role && isOfWhole(one)).length
    if (before > 0 && !wanted.people.some((one) => one.role === role && isOfWhole(one)))
      reasons.push({ code: `last-${role}`, number: before, of: before, unit: null })
  }
  return reasons
}

/** HR, who imports, is watched by them: each of them counts, also where others stay. */
function auditorsWhoLoseTheRole(roster: Roster, wanted: WantedOrganisation): StopReason[] {
  const before = roster.people.filter(({ role }) => role === 'auditor')
  const now = new Set(wanted.people.flatMap((one) => (one.role === 'auditor' ? [one.externalId] : [])))
  const lost = before.filter(({ externalId }) => !now.has(externalId)).length
  return lost > 0 ? [{ code: 'auditors-lose-role', number: lost, of: before.length, unit: null }] : []
}

function unitsThatLoseHalf(
  roster: Roster,
  wanted: WantedOrganisation,
  history: readonly UnitChange[],
): StopReason[] {
  const becameAnother = new Set(
    history.filter(({ kind }) => kind !== 'closed').flatMap(({ from }) => from.map(({ id }) => id)),
  )
  const now = new Map(wanted.people.map((one) => [one.externalId, one.unit]))
  const counts = new Map<string, { of: number; gone: number }>()
  for (const { externalId, unit } of roster.people) {
    const count = counts.get(unit) ?? { of: 0, gone: 0 }
    count.of++
    if (now.get(externalId) !== unit) count.gone++
    counts.set(unit, count)
  }
  return roster.units.flatMap(({ id, name }) => {
    const count = counts.get(id)
    if (!count || count.of < unitLookedAt || count.gone < count.of * losesHalf || becameAnother.has(id))
      return []
    return { code: 'unit-loses-half', number: count.gone, of: count.of, unit: name }
  })
}
