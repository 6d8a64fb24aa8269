import { createHash, randomUUID } from 'node:crypto'
import { type ChainedEvent, hashedText } from '@chorus/contracts/trail-hash'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { withinOrganisation } from '../src/organisation-scope.ts'
import { auditEvent } from '../src/schema/access.ts'
import { readTrail, recordEvent } from '../src/stores/audit-trail.ts'
import { createOrganisation } from '../src/stores/organisations.ts'
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
