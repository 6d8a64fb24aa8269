import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { sessionPage } from '../src/schema/access.ts'
import { createOrganisation } from '../src/stores/organisations.ts'
import { sessionsOfPage } from '../src/stores/session-entries.ts'
import {
  endSession,
  findSession,
  forgetPastSessions,
  rotateSession,
  startSession,
} from '../src/stores/sessions.ts'
import { replaceOrganisation } from './support/replace-organisation.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'

const endsOn = '2026-03-15'
const now = new Date('2026-03-01T09:00:00Z')
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

const today = '2026-03-01'
const units = [{ id: 'top', parent: null, name: 'Top' }]
const somebody = (externalId: string) => ({
  externalId,
  name: externalId,
  email: `${externalId}@test.example`,
  unit: 'top',
  role: 'employee' as const,
  language: 'en',
  cuts: {},
  channel: 'online' as const,
  zone: null,
  leads: [],
  hrUnits: null,
})

/** An organisation of its own for each test, with its people's ids in the order of their names. */
async function organisationOf(count: number): Promise<{ organisation: string; people: string[] }> {
  const organisation = randomUUID()
  await database.close()
  database = openDatabase(place.url, { organisation })
  const { office } = database
  await createOrganisation(office, 'Test', organisation)
  const names = Array.from({ length: count }, (_, index) => `p${String(index).padStart(4, '0')}`)
  await replaceOrganisation(office, organisation, units, names.map(somebody), today)
  const { rows } = await office.execute<{ id: string }>(
    sql`SELECT id FROM person WHERE organisation = ${organisation} ORDER BY external_id`,
  )
  return { organisation, people: rows.map(({ id }) => id) }
}

async function pagesOf(organisation: string) {
  const pages = await database.office.select().from(sessionPage)
  return pages
    .filter((page) => page.organisation === organisation)
    .sort((a, b) => (a.first < b.first ? -1 : 1))
}

test('many sign-ins at once lose no session; each is found on its page, pages are sorted, and none is too full', {
  timeout: 60_000,
}, async () => {
  const { organisation, people } = await organisationOf(400)
  const keys = await Promise.all(
    people.map((person) => startSession(database.office, { organisation, person }, endsOn)),
  )
  for (const [index, key] of keys.entries())
    expect((await findSession(database.office, key, now))?.person.id).toBe(people[index])

  const pages = await pagesOf(organisation)
  expect(pages.length).toBeGreaterThan(400 / sessionsOfPage)
  const ids = pages.flatMap((page) => page.ids)
  expect(ids).toEqual(keys.map(({ id }) => id).sort())
  for (const [index, page] of pages.entries()) {
    // A page that was split keeps at least half: no row comes near to being about one person.
    expect(page.ids.length).toBeGreaterThanOrEqual(sessionsOfPage / 2)
    expect(page.ids.length).toBeLessThanOrEqual(sessionsOfPage)
    expect((page.ids[0] ?? '') >= page.first).toBe(true)
    const next = pages[index + 1]
    if (next) expect((page.ids.at(-1) ?? '') < next.first).toBe(true)
  }
})

test('a full page lies in its own row: no side table numbers its values', async () => {
  const { rows } = await database.office.execute<{ side: number; size: number }>(
    sql`SELECT pg_relation_size(reltoastrelid)::int AS side, (SELECT max(pg_column_size(p.*))::int FROM session_page p) AS size
        FROM pg_class WHERE oid = 'session_page'::regclass`,
  )
  expect(rows[0]?.side).toBe(0)
  expect(rows[0]?.size).toBeGreaterThan(2000)
})

test('of requests that rotate at once all get one mark; an older mark gets none', async () => {
  const { organisation, people } = await organisationOf(1)
  const key = await startSession(database.office, { organisation, person: people[0] ?? '' }, endsOn)
  const marks = await Promise.all(
    Array.from({ length: 6 }, () => rotateSession(database.office, key, key.mark)),
  )
  expect(new Set(marks).size).toBe(1)
  const [second] = marks
  expect(second).not.toBe(key.mark)
  const third = await rotateSession(database.office, key, second ?? -1)
  expect(third).not.toBeNull()
  expect(await rotateSession(database.office, key, key.mark)).toBeNull()
})

test('whatever people do, a dump is the same as if the sessions that are left had been started alone, in any order', async () => {
  const { organisation, people } = await organisationOf(5)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ person: fc.nat(4), next: fc.constantFrom('stay', 'rotate', 'end') }), {
        maxLength: 12,
      }),
      async (acts) => {
        await forgetPastSessions(database.office, organisation, '9999-12-31')
        const left = new Map<string, string>()
        for (const { person, next } of acts) {
          const who = { organisation, person: people[person] ?? '' }
          const key = await startSession(database.office, who, endsOn)
          if (next === 'rotate') await rotateSession(database.office, key, key.mark)
          if (next === 'end') await endSession(database.office, key)
          else left.set(key.id, who.person)
        }
        const pages = await pagesOf(organisation)
        expect(pages).toHaveLength(acts.length > 0 ? 1 : 0)
        const sorted = [...left].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(pages[0]?.ids ?? []).toEqual(sorted.map(([id]) => id))
        expect(pages[0]?.people ?? []).toEqual(sorted.map(([, person]) => person))
      },
    ),
    { numRuns: 25 },
  )
})

test('one device is signed out, the other stays; who leaves the organisation is on no page any more', async () => {
  const { organisation, people } = await organisationOf(2)
  const [stays = '', leaves = ''] = people
  const phone = await startSession(database.office, { organisation, person: stays }, endsOn)
  const laptop = await startSession(database.office, { organisation, person: stays }, endsOn)
  const other = await startSession(database.office, { organisation, person: leaves }, endsOn)
  await endSession(database.office, phone)
  await endSession(database.office, { ...phone, id: randomUUID() })
  expect(await findSession(database.office, phone, now)).toBeNull()
  expect((await findSession(database.office, laptop, now))?.person.id).toBe(stays)

  await replaceOrganisation(database.office, organisation, units, [somebody('p0000')], today)
  expect(await findSession(database.office, other, now)).toBeNull()
  expect((await findSession(database.office, laptop, now))?.person.id).toBe(stays)
  const pages = await pagesOf(organisation)
  expect(pages.map(({ ids, people }) => [ids, people])).toEqual([[[laptop.id], [stays]]])
})

test('a session is not found under another last day, and those of a day that is past are forgotten together', async () => {
  const { organisation, people } = await organisationOf(1)
  const key = await startSession(database.office, { organisation, person: people[0] ?? '' }, endsOn)
  expect(await findSession(database.office, { ...key, endsOn: '2026-03-29' }, now)).toBeNull()
  await forgetPastSessions(database.office, organisation, endsOn)
  expect(await findSession(database.office, key, now)).not.toBeNull()
  await forgetPastSessions(database.office, organisation, '2026-03-16')
  expect(await pagesOf(organisation)).toEqual([])
})
