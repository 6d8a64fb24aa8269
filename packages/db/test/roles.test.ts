import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { mayDo, rightsOfTables } from './support/rights-of-roles.ts'
import { roles } from './support/rights-of-tables.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'

const organisation = randomUUID()
let place: TestDatabase
let database: Database

beforeAll(async () => {
  place = await cloneTestDatabase()
  database = openDatabase(place.url, { organisation })
})

afterAll(async () => {
  await database.close()
  await place.drop()
})

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    return cause instanceof Error ? cause.message : String(error)
  }
  return 'PostgreSQL allowed it'
}

test('every table that exists is listed, so that a new one cannot slip past these tests', async () => {
  const { rows } = await database.office.execute<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
  )
  expect(rows.map((row) => row.tablename).sort()).toEqual(Object.keys(rightsOfTables).sort())
})

test.each(roles)(
  'the role %s does what its stage must, and PostgreSQL refuses everything else',
  async (role) => {
    for (const table of Object.keys(rightsOfTables)) {
      const column = table === 'organisation' ? 'id' : 'organisation'
      const attempts = {
        select: `SELECT * FROM "${table}"`,
        insert: `INSERT INTO "${table}" SELECT * FROM (SELECT) AS nothing WHERE false`,
        update: `UPDATE "${table}" SET "${column}" = "${column}" WHERE false`,
        delete: `DELETE FROM "${table}" WHERE false`,
        truncate: `TRUNCATE "${table}"`,
      }
      for (const [verb, statement] of Object.entries(attempts)) {
        const outcome = await refusal(database[role].execute(statement))
        const expected = mayDo(role, verb, table)
          ? 'PostgreSQL allowed it'
          : `permission denied for table ${table}`
        expect(outcome, `${role}: ${verb} ${table}`).toBe(expected)
      }
    }
  },
)

test('whoever runs the queue owns the tables of the queue, and nothing else', async () => {
  const { rows } = await database.office.execute(
    `SELECT DISTINCT n.nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relowner = 'chorus_jobs'::regrole`,
  )
  expect(rows).toEqual([{ schema: 'graphile_worker' }])
  const queue = 'SELECT FROM graphile_worker.migrations'
  expect(await refusal(database.jobs.execute(queue))).toBe('PostgreSQL allowed it')
  for (const role of ['office', 'mailer', 'issuer', 'urn', 'closer', 'reporter'] as const)
    expect(await refusal(database[role].execute(queue)), role).toBe(
      'permission denied for schema graphile_worker',
    )
})

test('whoever collects answers can put them in and cannot read them back', async () => {
  const insert = `INSERT INTO urn VALUES ('${organisation}', '${randomUUID()}', '\\x00', '${randomUUID()}', '\\x00', '\\x00')`
  expect(await refusal(database.urn.execute(insert))).toBe('PostgreSQL allowed it')
  expect(await refusal(database.urn.execute('SELECT nf, mac FROM urn'))).toBe('PostgreSQL allowed it')
  for (const column of ['box', 'cohort', 'ctid', 'xmin'])
    expect(await refusal(database.urn.execute(`SELECT ${column} FROM urn`)), column).toBe(
      'permission denied for table urn',
    )
})

test('whoever writes the hashes of codes cannot read them back, and cannot give a sheet another slot', async () => {
  const { office, issuer } = database
  const changes = 'UPDATE sheet SET code_hash = null, print = 1, handed_out = true WHERE slot < 0'
  expect(await refusal(office.execute(changes))).toBe('PostgreSQL allowed it')
  const denied = 'permission denied for table sheet'
  expect(await refusal(office.execute('SELECT code_hash FROM sheet'))).toBe(denied)
  expect(await refusal(office.execute('UPDATE sheet SET slot = 0 WHERE slot < 0'))).toBe(denied)
  expect(await refusal(issuer.execute('UPDATE sheet SET handed_out = true WHERE slot < 0'))).toBe(denied)
})

test('whoever opens waves knows which were imported, and not who is behind them', async () => {
  const { office } = database
  const known = 'SELECT organisation, id, programme, number, label, closed_on FROM imported_wave'
  expect(await refusal(office.execute(known))).toBe('PostgreSQL allowed it')
  expect(await refusal(office.execute('SELECT groups FROM imported_wave'))).toBe(
    'permission denied for table imported_wave',
  )
})

test('the office can count the mails that wait and not read whose they are, and the mailer sees of people where to write', async () => {
  const { office, mailer, issuer } = database
  const allowed = 'PostgreSQL allowed it'
  expect(await refusal(office.execute('SELECT kind FROM outgoing_mail'))).toBe(allowed)
  expect(await refusal(mailer.execute('SELECT id, email, language FROM person'))).toBe(allowed)
  for (const column of ['person', 'id', 'attempts', 'send_at'])
    expect(await refusal(office.execute(`SELECT ${column} FROM outgoing_mail`)), column).toMatch(/denied/)
  for (const column of ['person', 'send_at'])
    expect(await refusal(issuer.execute(`SELECT ${column} FROM outgoing_mail`)), column).toMatch(/denied/)
  expect(await refusal(issuer.execute('SELECT id FROM person'))).toBe(allowed)
  for (const column of ['name', 'email', 'unit', 'zone'])
    expect(await refusal(issuer.execute(`SELECT ${column} FROM person`)), column).toMatch(/denied/)
  for (const column of ['name', 'unit', 'cuts', 'channel'])
    expect(await refusal(mailer.execute(`SELECT ${column} FROM person`)), column).toMatch(/denied/)
})

test('whoever reports can change nothing, and nobody can change a release or the audit trail', async () => {
  expect(await refusal(database.reporter.execute('DELETE FROM release'))).toMatch(/permission denied/)
  expect(await refusal(database.closer.execute(`UPDATE release SET label = 'x'`))).toMatch(
    /permission denied/,
  )
  expect(await refusal(database.closer.execute('DELETE FROM release_cell'))).toMatch(/permission denied/)
  expect(await refusal(database.office.execute('DELETE FROM audit_event'))).toMatch(/permission denied/)
  expect(await refusal(database.office.execute(`UPDATE audit_event SET action = 'x'`))).toMatch(
    /permission denied/,
  )
})

test('a comment has columns for nothing but where it is filed, what it says, and a key of its own', async () => {
  const { rows } = await database.office.execute<{ name: string }>(
    `SELECT DISTINCT attname AS name FROM pg_attribute
     WHERE attrelid IN ('sealed_comment'::regclass, 'release_comment'::regclass) AND attnum > 0 ORDER BY attname`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'id',
    'organisation',
    'reply_key',
    'scale',
    'text',
    'unit',
    'wave',
  ])
})

test('no stored response has a column for a person, a time, an address or an order', async () => {
  const { rows } = await database.office.execute<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_name IN ('urn', 'sealed_response', 'closed_cohort') UNION
     SELECT attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod) FROM pg_attribute
     WHERE attrelid IN ('urn'::regclass, 'sealed_response'::regclass, 'closed_cohort'::regclass) AND attnum > 0`,
  )
  const types = new Set(rows.map((row) => row.type))
  expect([...types].sort()).toEqual(['bytea', 'jsonb', 'uuid'])
  expect(rows.map((row) => row.name.split('.')[1])).not.toContain('person')
})

test('whoever knows who collected tickets sees no concern, and whoever takes concerns in does not see who collected', async () => {
  const { issuer, urn, office } = database
  const denied = (table: string) => `permission denied for table ${table}`
  for (const table of ['concern', 'concern_message', 'trusted_person'])
    expect(await refusal(issuer.execute(`SELECT organisation FROM ${table}`)), table).toBe(denied(table))
  for (const connection of [urn, office])
    expect(await refusal(connection.execute('SELECT entries FROM concern_page'))).toBe(denied('concern_page'))
  // What a sender was told of who reads a concern is never changed.
  for (const change of [`trusted = gen_random_uuid()`, `readable_on = '2000-01-01'`, 'escalate_after = 0'])
    expect(await refusal(office.execute(`UPDATE concern SET ${change} WHERE false`)), change).toBe(
      denied('concern'),
    )
  for (const column of ['person', 'escalation'])
    expect(await refusal(office.execute(`UPDATE trusted_person SET ${column} = null WHERE false`))).toBe(
      denied('trusted_person'),
    )
})
