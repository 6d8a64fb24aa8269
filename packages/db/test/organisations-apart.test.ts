import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, type DatabaseRole, openDatabase } from '../src/database.ts'
import {
  enterOrganisation,
  inScope,
  keepingScope,
  organisationNow,
  withinOrganisation,
} from '../src/organisation-scope.ts'
import { organisation as organisationTable } from '../src/schema/organisation.ts'
import { createOrganisation, listOrganisations } from '../src/stores/organisations.ts'
import { copyOfRows, fillEveryTable } from './support/every-table.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'
import { onServer } from './support/test-server.ts'

const roles = ['office', 'mailer', 'issuer', 'urn', 'closer', 'reporter'] as const
const mine = randomUUID()
const theirs = randomUUID()

let place: TestDatabase
let database: Database

beforeAll(async () => {
  place = await cloneTestDatabase()
  database = openDatabase(place.url)
  await createOrganisation(database.office, 'Mine', mine)
  await createOrganisation(database.office, 'Theirs', theirs)
})

afterAll(async () => {
  await database.close()
  await place.drop()
})

const asOwner = <Row extends object>(statement: string) =>
  onServer(place.url, async (client) => (await client.query<Row>(statement)).rows)

test('every table is apart: a migration that makes one has to say so', async () => {
  const tables = await asOwner<{ name: string; apart: boolean }>(`
    SELECT c.relname AS name, c.relrowsecurity AND EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'apart' AND p.polcmd = '*'
        AND p.polpermissive AND p.polroles = '{0}' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL) AS apart
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`)
  expect(tables.length).toBeGreaterThan(30)
  const missing = tables.filter(({ apart }) => !apart).map(({ name }) => name)
  expect(missing.map((name) => `add to its migration: SELECT chorus_apart('${name}');`)).toEqual([])
})

test('no second policy lets anybody see more, and no role may pass policies by', async () => {
  expect(await asOwner(`SELECT polname FROM pg_policy WHERE polname <> 'apart'`)).toEqual([])
  expect(
    await asOwner(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'chorus\\_%' AND (rolsuper OR rolbypassrls)`,
    ),
  ).toEqual([])
})

test('a view would show what its owner sees: there is none', async () => {
  expect(
    await asOwner(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`,
    ),
  ).toEqual([])
})

test('what passes the policies by is named here, says ids and no more, and serves the roles that need it', async () => {
  const functions = await asOwner<{ name: string; says: string; roles: string[] }>(`
    SELECT proname AS name, proretset::text || ' ' || prorettype::regtype AS says, ARRAY(
      SELECT grantee::regrole::text FROM aclexplode(proacl) WHERE grantee <> proowner ORDER BY 1) AS roles
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY proname`)
  expect(functions).toEqual([
    { name: 'chorus_empty_wave', says: 'false void', roles: ['chorus_closer'] },
    { name: 'chorus_find_lessons', says: 'true uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisation_of_bounce_secret', says: 'false uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisation_of_link', says: 'false uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisation_of_scim_token', says: 'false uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisation_of_token', says: 'false uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisation_of_wave', says: 'false uuid', roles: ['chorus_closer', 'chorus_urn'] },
    { name: 'chorus_organisations', says: 'true uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisations_of_email', says: 'true uuid', roles: ['chorus_office'] },
    { name: 'chorus_organisations_with_mail', says: 'true uuid', roles: ['chorus_mailer'] },
    { name: 'chorus_organisations_with_posts', says: 'true uuid', roles: ['chorus_mailer'] },
    { name: 'chorus_organisations_with_provider', says: 'true uuid', roles: ['chorus_office'] },
  ])
})

test('no role sees, adds, changes or deletes a row of another organisation, in any table', async () => {
  const columns = await fillEveryTable(place.url, [mine, theirs])
  const before = await copyOfRows(place.url, theirs)
  for (const role of roles)
    for (const [table, { key, all }] of columns) {
      const attempts = {
        SELECT: `SELECT count(*)::int AS rows FROM "${table}"`,
        'SELECT theirs': `SELECT count(*)::int AS rows FROM "${table}" WHERE "${key}" = '${theirs}'`,
        'DELETE everything': `DELETE FROM "${table}"`,
        UPDATE: `UPDATE "${table}" SET "${key}" = "${key}"`,
        'UPDATE to theirs': `UPDATE "${table}" SET "${key}" = '${theirs}'`,
        'INSERT theirs': `INSERT INTO "${table}" OVERRIDING SYSTEM VALUE SELECT ${all} FROM "${table}"`,
        TRUNCATE: `TRUNCATE "${table}"`,
      }
      for (const [name, statement] of Object.entries(attempts)) {
        const rows = await withinOrganisation(mine, () => attempt(role, statement))
        if (name === 'SELECT') expect([1, 'refused'], `${role}: ${table}`).toContain(rows)
        if (name === 'SELECT theirs') expect([0, 'refused'], `${role}: ${table}`).toContain(rows)
      }
    }
  expect(await copyOfRows(place.url, theirs)).toEqual(before)
})

test('a connection that names no organisation sees no row of any table', async () => {
  const tables = await fillEveryTable(place.url, [randomUUID()])
  for (const role of roles)
    for (const [table] of tables) {
      const rows = await inScope({ organisation: null }, () =>
        attempt(role, `SELECT count(*)::int AS rows FROM "${table}"`),
      )
      expect([0, 'refused'], `${role}: ${table}`).toContain(rows)
    }
})

/** Tries a statement in a transaction that is taken back, after what it did was counted. */
async function attempt(role: DatabaseRole, statement: string): Promise<number | 'refused'> {
  const client = await database[role].$client.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ rows: number }>(statement)
    await client.query(statement.startsWith('SELECT') ? 'COMMIT' : 'ROLLBACK')
    return rows[0]?.rows ?? 0
  } catch {
    await client.query('ROLLBACK')
    return 'refused'
  } finally {
    client.release()
  }
}

test('one prepared statement on one connection sees what the organisation of the moment may see', async () => {
  const client = database.office.$client
  const names = async () =>
    (
      await client.query<{ name: string; pid: number }>({
        name: 'names of organisations',
        text: 'SELECT name, pg_backend_pid() AS pid FROM organisation',
      })
    ).rows
  const seen: { name: string; pid: number }[] = []
  for (let round = 0; round < 20; round++)
    for (const id of [mine, theirs]) seen.push(...(await withinOrganisation(id, names)))
  expect(seen.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, () => ['Mine', 'Theirs']).flat())
  expect(new Set(seen.map(({ pid }) => pid)).size).toBe(1)
})

test('what runs at once keeps apart, in transactions, in streams, and when a query is awaited late', async () => {
  const ask = () => database.office.select({ id: organisationTable.id }).from(organisationTable)
  const ways = {
    plain: () => ask(),
    'where it asks for the other': (id: string) =>
      ask().where(sql`${organisationTable.id} = ${id} OR ${organisationTable.id} <> ${id}`),
    'a transaction': () =>
      database.office.transaction(async (tx) => {
        await tx.execute(sql`SELECT pg_sleep(0.001)`)
        return tx.select({ id: organisationTable.id }).from(organisationTable)
      }),
    'a failed transaction before': async () => {
      await database.office.transaction((tx) => tx.execute('SELECT 1 / 0')).catch(() => undefined)
      return ask()
    },
    'one within the other': async (id: string) => {
      const other = id === mine ? theirs : mine
      await withinOrganisation(other, ask)
      return ask()
    },
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(mine, theirs), fc.constantFrom(...Object.values(ways))), {
        minLength: 2,
        maxLength: 40,
      }),
      async (asked) => {
        const answers = await Promise.all(asked.map(([id, way]) => withinOrganisation(id, () => way(id))))
        expect(answers).toEqual(asked.map(([id]) => [{ id }]))
      },
    ),
    { numRuns: 25 },
  )
})

test('a stream is read on in the scope that it was made in, whoever reads', async () => {
  async function* read() {
    for (let step = 0; step < 2; step++) yield organisationNow()
  }
  const stream = await withinOrganisation(mine, () => keepingScope(read()))
  const steps: string[] = []
  await withinOrganisation(theirs, async () => {
    for await (const step of stream) steps.push(step)
  })
  expect(steps).toEqual([mine, mine])
})

test('to ask outside of any organisation is an error, and a request cannot be of two', async () => {
  await expect(database.office.select().from(organisationTable)).rejects.toThrow()
  expect(() => organisationNow()).toThrow('no organisation was entered')
  expect(() => enterOrganisation(mine)).toThrow('no scope was opened')
  await expect(withinOrganisation(mine, () => enterOrganisation(theirs))).rejects.toThrow(
    'of two organisations',
  )
})

test('whoever runs the installation lists all organisations, each read by itself', async () => {
  const all = await listOrganisations(database.office)
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['Mine', 'Theirs']))
  await expect(
    withinOrganisation(mine, () =>
      database.office.select().from(organisationTable).where(eq(organisationTable.id, theirs)),
    ),
  ).resolves.toEqual([])
})
