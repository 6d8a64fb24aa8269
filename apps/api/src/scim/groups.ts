import { movePeople } from '@chorus/db/stores/scim-people'
import {
  addUnit,
  changeUnit,
  keepScimUnit,
  listScimUnits,
  listUnitPeople,
  removeUnit,
  rootUnit,
  type ScimUnit,
  unitsOfPeople,
} from '@chorus/db/stores/scim-units'
import { applyPatch, listOf } from './apply-patch.ts'
import { groupKind, groupSchema } from './attributes.ts'
import type { Change } from './change.ts'
import type { JsonObject } from './json.ts'
import type { Value } from './read-value.ts'
import { needVersion } from './requests.ts'
import { type Resource, readResource } from './resource.ts'
import { textAt } from './said-of-person.ts'
import { ScimError } from './scim-error.ts'
import { beforeUnitsChange } from './unit-day.ts'
import { pathTo, versionOf, withMeta } from './with-meta.ts'

type Reading = Pick<Change, 'organisation'> & { readonly tx: Parameters<typeof listScimUnits>[0] }
type Member = { readonly value: string; readonly type: 'User' | 'Group'; readonly display: string }
/** A unit with its members, and all units around it. */
type Found = {
  readonly unit: ScimUnit
  readonly units: readonly ScimUnit[]
  readonly members: readonly Member[]
}

const longestName = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A new unit, below the root until another unit takes it as a member. */
export async function createGroup(change: Change, body: unknown): Promise<JsonObject> {
  const { tx, organisation } = change
  const after = readResource(groupKind, body)
  await beforeUnitsChange(tx, organisation, change.today)
  const parent = await rootUnit(tx, organisation)
  const id = await addUnit(tx, organisation, { name: nameOf(after), parent })
  await keepScimUnit(tx, organisation, id, textAt(after, 'externalId'))
  change.did('units')
  await setMembers(change, await findGroup(change, id), after)
  return showGroup(await findGroup(change, id))
}

export async function replaceGroup(
  change: Change,
  id: string,
  body: unknown,
  ifMatch: string | undefined,
): Promise<JsonObject> {
  const before = await existing(change, id, ifMatch)
  return write(change, before, readResource(groupKind, body))
}

export async function patchGroup(
  change: Change,
  id: string,
  body: unknown,
  ifMatch: string | undefined,
): Promise<JsonObject> {
  const before = await existing(change, id, ifMatch)
  return write(change, before, applyPatch(groupKind, groupResource(before), body))
}

/** A unit goes when nobody belongs to it and nothing lies below it: where its people should go, only the client knows. */
export async function deleteGroup(change: Change, id: string, ifMatch: string | undefined): Promise<void> {
  const { unit, members } = await existing(change, id, ifMatch)
  if (unit.parent === null)
    throw new ScimError(409, 'This is the whole organisation: it cannot be deleted. Rename it instead')
  if (members.length > 0)
    throw new ScimError(
      409,
      'People or units still belong to this Group. Make them members of others first, or remove them from it: then they belong to the whole organisation',
    )
  await beforeUnitsChange(change.tx, change.organisation, change.today)
  await removeUnit(change.tx, change.organisation, { id, heir: unit.parent })
  change.did('units')
}

/** @throws ScimError 404 */
export async function findGroup({ tx, organisation }: Reading, id: string): Promise<Found> {
  const units = await listScimUnits(tx, organisation)
  const unit = units.find((one) => one.id === id)
  if (!unit) throw new ScimError(404, 'There is no Group with this id')
  const people = await listUnitPeople(tx, organisation, [id])
  return { unit, units, members: membersOf(id, units, people) }
}

export function membersOf(
  id: string,
  units: readonly ScimUnit[],
  people: readonly { readonly id: string; readonly name: string }[],
): Member[] {
  return [
    ...units
      .filter(({ parent }) => parent === id)
      .map(({ id, name }) => ({ value: id, type: 'Group' as const, display: name })),
    ...people.map(({ id, name }) => ({ value: id, type: 'User' as const, display: name })),
  ]
}

/** @param members null: they are not shown, and were not read */
export function showGroup({
  unit,
  members,
}: {
  readonly unit: ScimUnit
  readonly members: readonly Member[] | null
}): JsonObject {
  const { id, externalId, name } = unit
  return withMeta('Group', {
    schemas: [groupSchema.id],
    id,
    ...(externalId === null ? {} : { externalId }),
    displayName: name,
    ...(members === null
      ? {}
      : { members: members.map((one) => ({ ...one, $ref: pathTo(one.type, one.value) })) }),
  })
}

/** A unit as the changes of a client meet one. */
export function groupResource({ unit, members }: Pick<Found, 'unit' | 'members'>): Resource {
  const { externalId, name } = unit
  const resource = new Map<string, Value>([['displayName', name]])
  if (externalId !== null) resource.set('externalId', externalId)
  if (members.length > 0) resource.set('members', members)
  return resource
}

async function existing(change: Change, id: string, ifMatch: string | undefined): Promise<Found> {
  const found = await findGroup(change, id)
  needVersion(ifMatch, versionOf(showGroup(found)))
  return found
}

async function write(change: Change, before: Found, after: Resource): Promise<JsonObject> {
  const { tx, organisation } = change
  const { unit } = before
  const name = nameOf(after)
  const externalId = textAt(after, 'externalId')
  await beforeUnitsChange(tx, organisation, change.today)
  if (name !== unit.name) await changeUnit(tx, organisation, unit.id, { name })
  await keepScimUnit(tx, organisation, unit.id, externalId)
  if (name !== unit.name || externalId !== unit.externalId) change.did('units')
  await setMembers(change, before, after)
  return showGroup(await findGroup(change, unit.id))
}

/** People move here, units hang below this one; who or what is no member any more goes to the whole organisation. */
async function setMembers(change: Change, before: Found, after: Resource): Promise<void> {
  const { tx, organisation } = change
  const { unit, units } = before
  const wanted = new Set(
    listOf(after.get('members')).flatMap(({ value }) => (value === undefined ? [] : [String(value)])),
  )
  const had = new Map(before.members.map((one) => [one.value, one.type]))
  const added = [...wanted].filter((id) => !had.has(id))
  const people = await unitsOfPeople(
    tx,
    organisation,
    added.filter((id) => uuid.test(id)),
  )
  const children = added.filter((id) => !people.has(id))
  for (const child of children) needMayHang(child, unit, units)
  change.did('moved', await movePeople(tx, organisation, [...people.keys()], unit.id))
  for (const id of children) await changeUnit(tx, organisation, id, { parent: unit.id })
  change.did('units', children.length)

  const gone = [...had].filter(([id]) => !wanted.has(id))
  if (gone.length === 0 || unit.parent === null) return
  const root = await rootUnit(tx, organisation)
  const leaving = gone.filter(([, type]) => type === 'User').map(([id]) => id)
  change.did('moved', await movePeople(tx, organisation, leaving, root))
  for (const [id, type] of gone)
    if (type === 'Group') {
      await changeUnit(tx, organisation, id, { parent: root })
      change.did('units')
    }
}

function needMayHang(child: string, below: ScimUnit, units: readonly ScimUnit[]): void {
  const byId = new Map(units.map((one) => [one.id, one]))
  if (!byId.has(child))
    throw new ScimError(400, `members: there is neither a User nor a Group "${child}"`, 'invalidValue')
  for (let unit: ScimUnit | undefined = below; unit; unit = byId.get(unit.parent ?? ''))
    if (unit.id === child)
      throw new ScimError(
        400,
        `members: "${child}" lies above this Group and cannot be its member`,
        'invalidValue',
      )
}

function nameOf(resource: Resource): string {
  const name = textAt(resource, 'displayName') ?? ''
  if (name.length <= longestName) return name
  throw new ScimError(400, `displayName is longer than ${longestName} characters`, 'invalidValue')
}
