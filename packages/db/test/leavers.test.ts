import { createHash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { enterOrganisation, inScope } from '../src/organisation-scope.ts'
import { organisation as organisations } from '../src/schema/organisation.ts'
import { eraseLeavers } from '../src/stores/leavers.ts'
import { applyImport } from '../src/stores/organisation-import.ts'
import { countPeopleByUnit, createOrganisation, listMembership } from '../src/stores/organisations.ts'
import { addPersonalToken, findTokenOwner } from '../src/stores/personal-tokens.ts'
import { changeRights, countPeopleInRole, listRights, searchPeople } from '../src/stores/roles.ts'
import { listRosterNames } from '../src/stores/roster-names.ts'
import { findSession, startSession } from '../src/stores/sessions.ts'
import { addSignInLink, findPersonByEmail, findSignInLink } from '../src/stores/sign-in-links.ts'
import { replaceOrganisation } from './support/replace-organisation.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'

let place: TestDatabase
let database: Database

beforeAll(async () => {
  place = await cloneTestDatabase()
  database = openDatabase(place.url)
})

afterAll(async () => {
  await database.close()
  await place.drop()
})

const today = '2026-02-01'
const now = new Date('2026-02-01T09:00:00Z')
const endsOn = '2026-03-01'
const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'team', parent: 'top', name: 'Team' },
]
const somebody = (
  externalId: string,
  leads: readonly string[] = [],
  email = `${externalId}@test.example`,
) => ({
  externalId,
  name: `Person ${externalId}`,
  email,
  unit: 'team',
  role: 'employee' as const,
  language: 'en',
  cuts: {},
  channel: 'online' as const,
  zone: null,
  hrUnits: null,
  leads,
})
const stays = { ...somebody('stays'), unit: 'top' }

async function companyWithLeaver(eraseAfterDays = 30) {
  const { office } = database
  const { id: organisation } = await createOrganisation(office, 'Test')
  enterOrganisation(organisation)
  await office.update(organisations).set({ eraseAfterDays }).where(eq(organisations.id, organisation))
  await replaceOrganisation(office, organisation, units, [stays, somebody('leaver', ['team'])], today)
  const person = (await findPersonByEmail(office, organisation, 'leaver@test.example'))?.id ?? ''
  const session = await startSession(office, { organisation, person }, endsOn)
  const secret = createHash('sha256').update(randomUUID()).digest()
  const owner = { organisation, person }
  await addPersonalToken(office, { ...owner, name: 'Mine', endsOn, tokenHash: secret }, today)
  const expiresAt = new Date('2026-02-02T09:00:00Z')
  await addSignInLink(office, { ...owner, tokenHash: secret, expiresAt, reusable: true }, now)
  // The unit goes together with its only person.
  const leave = () => replaceOrganisation(office, organisation, units.slice(0, 1), [stays], today)
  return { office, organisation, person, session, secret, leave }
}

test('whoever has left neither signs in nor is counted or found, and is still masked in comments', () =>
  inScope({ organisation: null }, async () => {
    const { office, organisation, session, secret, leave } = await companyWithLeaver()
    expect(await findSession(office, session, now)).not.toBeNull()
    expect(await leave()).toMatchObject({ left: 1 })
    expect(await findSession(office, session, now)).toBeNull()
    expect(await findTokenOwner(office, secret, today)).toMatchObject({ ok: false })
    expect(await findSignInLink(office, secret, now)).toMatchObject({ error: { code: 'link-not-valid' } })
    expect(await findPersonByEmail(office, organisation, 'leaver@test.example')).toBeNull()
    expect(await countPeopleByUnit(office, organisation)).toEqual(new Map([['top', 1]]))
    expect(await listMembership(office, organisation)).toHaveLength(1)
    expect((await listRosterNames(office, organisation)).map(({ externalId }) => externalId).sort()).toEqual([
      'leaver',
      'stays',
    ])
  }))

test('whoever has left is erased on the stated day, and not a day before', () =>
  inScope({ organisation: null }, async () => {
    const { office, organisation, leave } = await companyWithLeaver()
    await leave()
    expect(await eraseLeavers(office, organisation, '2026-03-02')).toBe(0)
    expect(await eraseLeavers(office, organisation, '2026-03-03')).toBe(1)
    expect(await eraseLeavers(office, organisation, '2026-03-03')).toBe(0)
    expect(await listRosterNames(office, organisation)).toHaveLength(1)
  }))

test('an organisation may erase at once', () =>
  inScope({ organisation: null }, async () => {
    const { office, organisation, leave } = await companyWithLeaver(0)
    await leave()
    expect(await listRosterNames(office, organisation)).toHaveLength(1)
  }))

test('a newcomer takes the address of somebody who left, and whoever returns with another one is the same person', () =>
  inScope({ organisation: null }, async () => {
    const { office, organisation, person, leave } = await companyWithLeaver()
    await leave()
    const newcomer = somebody('newcomer', [], 'leaver@test.example')
    const returned = somebody('leaver', ['team'], 'back@test.example')
    const counts = await replaceOrganisation(office, organisation, units, [stays, newcomer, returned], today)
    expect(counts).toMatchObject({ joined: 2, left: 0 })
    expect((await findPersonByEmail(office, organisation, 'back@test.example'))?.id).toBe(person)
    expect((await findPersonByEmail(office, organisation, 'leaver@test.example'))?.id).not.toBe(person)
    expect(await eraseLeavers(office, organisation, '2027-01-01')).toBe(0)
  }))

test('an import that is broken off in its last moment has changed nothing', () =>
  inScope({ organisation: null }, async () => {
    const { office, organisation } = await companyWithLeaver()
    const everything = async () =>
      (
        await office.execute(sql`SELECT p, l, u, c, b FROM person p FULL JOIN unit_lead l ON l.person = p.id
      FULL JOIN unit u ON u.id = p.unit FULL JOIN unit_change c ON false FULL JOIN organisation_before b ON false
      ORDER BY p.external_id, u.id`)
      ).rows
    const before = await everything()
    const people = [somebody('newcomer', ['team'])]
    const moment = {
      now,
      fingerprint: null,
      undoUntil: now,
      onProgress: (written: number, of: number) => {
        if (written === of) throw new Error('stopped')
      },
    }
    const history = [{ kind: 'closed' as const, from: [{ id: 'gone', name: 'Gone' }], to: [] }]
    await expect(applyImport(office, organisation, { units, people, history }, moment)).rejects.toThrow(
      'stopped',
    )
    expect(await everything()).toEqual(before)
  }))

test('a role that somebody had counts no more: the last HR who is there stays, and nobody who left is found or listed', () =>
  inScope({ organisation: null }, async () => {
    const { office } = database
    const { id: organisation } = await createOrganisation(office, 'Test')
    enterOrganisation(organisation)
    const ada = { ...somebody('ada'), role: 'hr' as const }
    const bob = { ...somebody('bob'), role: 'hr' as const }
    const eve = { ...somebody('eve'), role: 'auditor' as const }
    await replaceOrganisation(office, organisation, units, [ada, bob, eve], today)
    await replaceOrganisation(office, organisation, units, [ada], today)
    expect(await countPeopleInRole(office, organisation, 'auditor')).toBe(0)
    const rights = await listRights(office, organisation)
    expect(rights.map(({ name }) => name)).toEqual(['Person ada'])
    expect(await searchPeople(office, organisation, 'bob')).toEqual([])
    const employee = { role: 'employee' as const, hrUnits: [], leads: [] }
    expect(await changeRights(office, organisation, rights[0]?.id ?? '', employee)).toMatchObject({
      error: { code: 'last-of-role' },
    })
  }))
