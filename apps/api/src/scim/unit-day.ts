import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { Office } from '@chorus/db/database'
import { noteUnitChanges } from '@chorus/db/stores/organisation-import'
import {
  countScimMoves,
  forgetScimDay,
  goOnWithScimDay,
  holdScimDay,
  markScimDayTold,
  type NotedChange,
  type ScimDay,
  startScimDay,
} from '@chorus/db/stores/scim-days'
import { listScimUnits } from '@chorus/db/stores/scim-units'
import { listUnitChanges, removeUnitChange } from '@chorus/db/stores/unit-changes'
import { unitHistory } from '../organisation/unit-history.ts'

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete'>

/**
 * To be called before units change or people move: what a day found is kept, so that the whole day can be told. An identity provider renames in two
 * steps, nests a group after it made it, and takes people out of one group before it adds them to another: request by request that would be
 * told as something else.
 */
export async function beforeUnitsChange(tx: Transaction, organisation: string, today: string): Promise<void> {
  if (await goOnWithScimDay(tx, organisation, today)) return
  await tellScimDay(tx, organisation, today)
  const units = await listScimUnits(tx, organisation)
  await startScimDay(
    tx,
    organisation,
    today,
    units.map(({ id, parent, name }) => ({ id, parent, name })),
  )
}

/**
 * Notes what became of units on the last day on which an identity provider changed something, as an import proposes it. A day that goes on is told anew
 * after each change; what HR removed of it stays away.
 */
export async function tellScimDay(tx: Transaction, organisation: string, today: string): Promise<void> {
  const day = await holdScimDay(tx, organisation)
  if (!day) return
  const notes = day.told ? day.notes : await noteDay(tx, organisation, day)
  if (day.day < today) await forgetScimDay(tx, organisation)
  else if (!day.told) await markScimDayTold(tx, organisation, notes)
}

async function noteDay(tx: Transaction, organisation: string, day: ScimDay): Promise<NotedChange[]> {
  const history = await historyOf(tx, organisation, day)
  const there = (await listUnitChanges(tx, organisation)).filter((one) => one.day === day.day)
  const removed = day.notes.filter(({ id }) => there.every((one) => one.id !== id))
  const kept: NotedChange[] = []
  for (const note of day.notes.filter((one) => !removed.includes(one)))
    if (history.some((one) => says(one, note))) kept.push(note)
    else await removeUnitChange(tx, organisation, note.id)
  const others = there.filter(({ id }) => day.notes.every((note) => note.id !== id))
  const known = [...removed, ...kept, ...others]
  const fresh = history.filter((one) => !known.some((note) => says(one, note)))
  const ids = await noteUnitChanges(tx, organisation, fresh, day.day)
  return [...removed, ...kept, ...fresh.map((change, at) => ({ ...change, id: ids[at] ?? '' }))]
}

/** Who came out of the whole organisation, or was put into it, says nothing of units: newcomers wait there, and who belongs to no group. */
async function historyOf(tx: Transaction, organisation: string, { units }: ScimDay): Promise<UnitChange[]> {
  const now = await listScimUnits(tx, organisation)
  const before = new Set(units.map(({ id }) => id))
  const roots = new Set([...units, ...now].flatMap(({ id, parent }) => (parent === null ? [id] : [])))
  const moves = (await countScimMoves(tx, organisation)).filter(
    ({ from, to }) => before.has(from) && (from === to || (!roots.has(from) && !roots.has(to))),
  )
  return unitHistory(units, now, moves)
}

type Told = Pick<UnitChange, 'kind'> &
  Readonly<Record<'from' | 'to', readonly { id: string; name: string }[]>>

function says(one: Told, other: Told): boolean {
  const words = ({ kind, from, to }: Told) =>
    JSON.stringify([kind, ...[from, to].map((units) => units.map(({ id, name }) => [id, name]))])
  return words(one) === words(other)
}
