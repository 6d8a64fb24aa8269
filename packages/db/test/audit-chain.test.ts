import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChainedEvent, hashedText } from '@chorus/contracts/trail-hash'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { withinOrganisation } from '../src/organisation-scope.ts'
import { auditEvent } from '../src/schema/access.ts'
import { readTrail, recordEvent } from '../src/stores/audit-trail.ts'
import { createOrganisation } from '../src/stores/organisations.ts'
import { cloneTestDatabase, type TestDatabase } from './support/test-database.ts'
import { onServer } from './support/test-server.ts'

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

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
const at = new Date('2026-03-02T09:00:00.007Z')
const action = 'wave opened' as const

async function anOrganisation(): Promise<string> {
  return (await createOrganisation(database.office, 'Test')).id
}

async function trailOf(organisation: string): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = []
  await withinOrganisation(organisation, async () => {
    for await (const event of readTrail(database.office, organisation)) events.push(event)
  })
  return events
}

function expectChain(events: readonly ChainedEvent[]): void {
  let before = ''
  for (const [index, event] of events.entries()) {
    expect(event.number).toBe(index + 1)
    expect(event.hash).toBe(createHash('sha256').update(hashedText(before, event)).digest('hex'))
    before = event.hash
  }
}

test('events recorded at once, in two organisations, make one chain each: no gap and no fork', async () => {
  const [one, other] = [await anOrganisation(), await anOrganisation()]
  await Promise.all(
    Array.from({ length: 120 }, (_, index) => {
      const organisation = index % 3 === 0 ? other : one
      return withinOrganisation(organisation, () =>
        recordEvent(database.office, organisation, { at, actor: `P ${index}`, action, subject: 'x' }),
      )
    }),
  )
  const trails = [await trailOf(one), await trailOf(other)]
  expect(trails.map(({ length }) => length)).toEqual([80, 40])
  for (const trail of trails) expectChain(trail)
})

test('SQL and TypeScript make the same bytes of whatever somebody is called', async () => {
  const organisation = await anOrganisation()
  // PostgreSQL keeps no NUL.
  const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', ''))
  const awkward = fc.constantFrom('"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028\u2029', "<>&'", '😀é\u0301', '')
  await fc.assert(
    fc.asyncProperty(fc.oneof(words, awkward), fc.oneof(words, awkward), async (actor, subject) => {
      await withinOrganisation(organisation, () =>
        recordEvent(database.office, organisation, { at, actor, action, subject }),
      )
    }),
    { numRuns: 60 },
  )
  const trail = await trailOf(organisation)
  expect(trail).toHaveLength(60)
  expectChain(trail)
})

test('nobody gives an event a number or a hash of their own', async () => {
  const organisation = await anOrganisation()
  const given = { organisation, at, actor: 'x', action, subject: 'x', number: 99, hash: Buffer.alloc(32) }
  await withinOrganisation(organisation, () => database.office.insert(auditEvent).values(given))
  expectChain(await trailOf(organisation))
})

test('an event that was taken back leaves no gap', async () => {
  const organisation = await anOrganisation()
  const record = (subject: string) => ({ organisation, at, actor: 'x', action, subject })
  await withinOrganisation(organisation, async () => {
    await database.office.insert(auditEvent).values(record('first'))
    const failed = database.office.transaction(async (tx) => {
      await tx.insert(auditEvent).values(record(randomUUID()))
      throw new Error('thought better of it')
    })
    await expect(failed).rejects.toThrow('thought better of it')
    await database.office.insert(auditEvent).values(record('second'))
  })
  const trail = await trailOf(organisation)
  expect(trail.map(({ subject }) => subject)).toEqual(['first', 'second'])
  expectChain(trail)
})

test('events of before the chain get their place in it: numbered without gaps, in their order', async () => {
  const [one, other] = [await anOrganisation(), await anOrganisation()]
  const step = readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .flatMap((file) => readFileSync(join(migrations, file), 'utf8').split('--> statement-breakpoint'))
    .find((statement) => statement.includes('Events of before'))
  await onServer(place.url, async (client) => {
    await client.query('ALTER TABLE audit_event DISABLE TRIGGER chain')
    for (const [organisation, number] of [
      [one, 3],
      [other, 4],
      [one, 7],
      [other, 8],
      [one, 9],
    ])
      await client.query(
        `INSERT INTO audit_event (organisation, number, at, actor, action, subject) VALUES ($1, $2, now(), 'HR', 'wave opened', $3)`,
        [organisation, number, `was ${number}`],
      )
    await client.query(step ?? '')
    await client.query('ALTER TABLE audit_event ENABLE TRIGGER chain')
  })
  await withinOrganisation(one, () =>
    recordEvent(database.office, one, { at, actor: 'HR', action, subject: 'new' }),
  )
  const trails = [await trailOf(one), await trailOf(other)]
  for (const trail of trails) expectChain(trail)
  expect(trails.map((trail) => trail.map(({ subject }) => subject))).toEqual([
    ['was 3', 'was 7', 'was 9', 'new'],
    ['was 4', 'was 8'],
  ])
})
