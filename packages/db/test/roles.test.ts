import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
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

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    return cause instanceof Error ? cause.message : String(error)
  }
  return 'PostgreSQL allowed it'
}

const everyTable = [
  'organisation',
  'unit',
  'person',
  'unit_lead',
  'sign_in_link',
  'session',
  'audit_event',
  'programme',
  'wave',
  'cohort',
  'roster',
  'participation',
  'participation_band',
  'ballot',
  'inbox',
  'sealed_response',
  'release',
  'release_cell',
]

const readable = {
  office: [
    'organisation',
    'unit',
    'person',
    'unit_lead',
    'sign_in_link',
    'session',
    'audit_event',
    'programme',
    'wave',
    'cohort',
    'participation_band',
  ],
  issuer: ['wave', 'cohort', 'roster', 'participation', 'participation_band', 'ballot'],
  urn: ['wave', 'cohort', 'ballot'],
  closer: [
    'wave',
    'cohort',
    'roster',
    'participation',
    'ballot',
    'inbox',
    'sealed_response',
    'release',
    'release_cell',
  ],
  reporter: ['release', 'release_cell'],
} as const

test.each(Object.entries(readable))(
  'the role %s reads the tables of its stage, and PostgreSQL refuses every other',
  async (role, allowed) => {
    const connection = database[role as keyof typeof readable]
    for (const table of everyTable) {
      const outcome = await refusal(connection.execute(`SELECT * FROM "${table}"`))
      const expected = (allowed as readonly string[]).includes(table)
        ? 'PostgreSQL allowed it'
        : `permission denied for table ${table}`
      expect(outcome, `${role} reading ${table}`).toBe(expected)
    }
  },
)

test('every table that exists is listed above, so that a new one cannot slip past these tests', async () => {
  const { rows } = await database.office.execute<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
  )
  expect(rows.map((row) => row.tablename).sort()).toEqual([...everyTable].sort())
})

test('whoever collects answers can put them in and cannot read them back', async () => {
  const insert = `INSERT INTO inbox VALUES ('${randomUUID()}', '${randomUUID()}', '\\x00', '${randomUUID()}', '\\x00', '{}')`
  expect(await refusal(database.urn.execute(insert))).toMatch(/foreign key/)
  expect(await refusal(database.urn.execute('SELECT answers FROM inbox'))).toBe(
    'permission denied for table inbox',
  )
  expect(await refusal(database.urn.execute('SELECT cohort FROM inbox'))).toBe(
    'permission denied for table inbox',
  )
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

test('no stored response has a column for a person, a time, an address or an order', async () => {
  const { rows } = await database.office.execute<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_name IN ('inbox', 'sealed_response', 'ballot') UNION
     SELECT attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod) FROM pg_attribute
     WHERE attrelid IN ('inbox'::regclass, 'sealed_response'::regclass, 'ballot'::regclass) AND attnum > 0`,
  )
  const types = new Set(rows.map((row) => row.type))
  expect([...types].sort()).toEqual(['bytea', 'jsonb', 'uuid'])
  expect(rows.map((row) => row.name.split('.')[1])).not.toContain('person')
})
