import { letLeave } from '@chorus/db/stores/leavers'
import { agreesToRules } from '@chorus/db/stores/roles'
import {
  beforeNewcomer,
  bringBack,
  findScimPerson,
  isUserNameTaken,
  movePeople,
  releaseScimPerson,
  type ScimPerson,
  type ScimSaid,
  writeScimPerson,
} from '@chorus/db/stores/scim-people'
import { addUnit, keepScimUnit, listScimUnits, rootUnit } from '@chorus/db/stores/scim-units'
import { keepsAddressForConcerns } from '@chorus/db/stores/trusted-persons'
import { applyPatch } from './apply-patch.ts'
import { type Change, takenWords } from './change.ts'
import { same } from './find-attribute.ts'
import type { JsonObject } from './json.ts'
import { needVersion } from './requests.ts'
import { type Resource, readResource } from './resource.ts'
import { saidOfPerson, textAt } from './said-of-person.ts'
import { ScimError } from './scim-error.ts'
import { beforeUnitsChange } from './unit-day.ts'
import { userKindFor } from './user-kind.ts'
import { departmentPlace, showUser, userResource } from './user-resource.ts'
import { versionOf } from './with-meta.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Somebody new, or somebody back who left and was not erased yet. */
export async function createUser(change: Change, body: unknown): Promise<JsonObject> {
  const { tx, organisation } = change
  const after = readResource(userKindFor(change.settings), body)
  const said = saidOfPerson(change.settings, after, null, null)
  const { taken, leaver, root } = await beforeNewcomer(tx, organisation, said)
  if (taken) throw new ScimError(409, takenWords.userName, 'uniqueness')
  const ofDepartment = await unitOfDepartment(change, after, null)
  const unit = ofDepartment ?? root?.id ?? (await rootUnit(tx, organisation))
  if (leaver) await needOwnAddress(change, leaver)
  const id = await writeScimPerson(tx, organisation, leaver, { ...said, unit })
  if (leaver) await bringBack(tx, organisation, id)
  change.did('joined')
  if (after.get('active') === false) await leave(change, id)
  else if (root?.id === unit)
    return showUser({ ...said, id, active: true, unit, unitName: root.name }, change.settings)
  return shown(change, id)
}

/** The person is what the User says (PUT). */
export async function replaceUser(
  change: Change,
  id: string,
  body: unknown,
  ifMatch: string | undefined,
): Promise<JsonObject> {
  const person = await existing(change, id, ifMatch)
  const after = readResource(userKindFor(change.settings), body)
  return write(change, person, after, saidOfPerson(change.settings, after, null, person))
}

/** The person is what the User was, with changes applied (PATCH). */
export async function patchUser(
  change: Change,
  id: string,
  body: unknown,
  ifMatch: string | undefined,
): Promise<JsonObject> {
  const person = await existing(change, id, ifMatch)
  const resource = userResource(person, change.settings)
  const after = applyPatch(userKindFor(change.settings), resource, body)
  return write(change, person, after, saidOfPerson(change.settings, after, { resource, person }, person))
}

/** The person leaves, and is not seen by SCIM any more. */
export async function deleteUser(change: Change, id: string, ifMatch: string | undefined): Promise<void> {
  const person = await existing(change, id, ifMatch)
  await releaseScimPerson(change.tx, change.organisation, id)
  if (person.active) await leave(change, id)
}

/** @throws ScimError 404 */
export async function findUser(
  { tx, organisation }: { readonly tx: Parameters<typeof findScimPerson>[0]; readonly organisation: string },
  id: string,
): Promise<ScimPerson> {
  const person = uuid.test(id) ? await findScimPerson(tx, organisation, id) : null
  if (!person) throw new ScimError(404, 'There is no User with this id')
  return person
}

async function existing(change: Change, id: string, ifMatch: string | undefined): Promise<ScimPerson> {
  const person = await findUser(change, id)
  needVersion(ifMatch, versionOf(showUser(person, change.settings)))
  return person
}

async function write(
  change: Change,
  before: ScimPerson,
  after: Resource,
  said: ScimSaid,
): Promise<JsonObject> {
  const { tx, organisation } = change
  const { id } = before
  await needFreeName(change, said.userName, id)
  if (said.email !== before.email) await needOwnAddress(change, id)
  const staysActive = after.get('active') ?? before.active
  if (staysActive && !before.active) {
    await bringBack(tx, organisation, id)
    change.did('joined')
  }
  const unit = await unitOfDepartment(change, after, before)
  await writeScimPerson(tx, organisation, id, { ...said, unit: before.unit })
  if (differs(before, said)) change.did('changed')
  if (unit !== null) {
    await beforeUnitsChange(tx, organisation, change.today)
    change.did('moved', await movePeople(tx, organisation, [id], unit))
  }
  if (!staysActive && before.active) await leave(change, id)
  return shown(change, id, { ...before, ...said, active: false })
}

async function leave(change: Change, id: string): Promise<void> {
  await letLeave(change.tx, change.organisation, [id], change.today)
  change.did('left')
}

/** @param erased what is shown of somebody who was erased at once, where that is the setting */
async function shown(change: Change, id: string, erased?: ScimPerson): Promise<JsonObject> {
  const person = (await findScimPerson(change.tx, change.organisation, id)) ?? erased
  if (!person) throw new ScimError(404, 'There is no User with this id')
  return showUser(person, change.settings)
}

/** Whoever has the address of a person signs in as that person. @throws ScimError where the person's agreement to rules counts, or the person reads concerns */
async function needOwnAddress({ tx, organisation }: Change, id: string): Promise<void> {
  if (await agreesToRules(tx, organisation, id))
    throw new ScimError(
      403,
      'This person agrees to changes of the rules in Chorus and keeps the e-mail address. End that appointment in Chorus first, with a second person',
    )
  if (await keepsAddressForConcerns(tx, organisation, id))
    throw new ScimError(
      403,
      'This person reads concerns that carry no name and keeps the e-mail address while changes of the rules need a second person in Chorus',
    )
}

async function needFreeName(
  { tx, organisation }: Change,
  userName: string,
  except: string | null,
): Promise<void> {
  if (await isUserNameTaken(tx, organisation, userName, except))
    throw new ScimError(409, takenWords.userName, 'uniqueness')
}

/**
 * The unit that a department names, where units come from that: a new one below the root when no unit is called so.
 * @returns null: the person stays
 */
async function unitOfDepartment(
  change: Change,
  after: Resource,
  before: ScimPerson | null,
): Promise<string | null> {
  const { tx, organisation } = change
  const name = textAt(after, departmentPlace)
  if (change.settings.unitsFrom !== 'department' || name === null) return null
  const units = await listScimUnits(tx, organisation)
  const called = units.filter((unit) => same(unit.name, name))
  if (called.some(({ id }) => id === before?.unit)) return null
  const [unit, another] = called
  if (unit && another)
    throw new ScimError(
      400,
      `Several units are called "${name}". Give them different names, or let units come from groups`,
      'invalidValue',
    )
  if (unit) return unit.id
  await beforeUnitsChange(tx, organisation, change.today)
  const made = await addUnit(tx, organisation, { name, parent: await rootUnit(tx, organisation) })
  await keepScimUnit(tx, organisation, made, null)
  change.did('units')
  return made
}

function differs(before: ScimPerson, said: ScimSaid): boolean {
  const names = [
    'externalId',
    'userName',
    'name',
    'givenName',
    'familyName',
    'email',
    'language',
    'zone',
  ] as const
  const cuts = (of: ScimSaid) => JSON.stringify(Object.entries(of.cuts).sort())
  return names.some((name) => before[name] !== said[name]) || cuts(before) !== cuts(said)
}
