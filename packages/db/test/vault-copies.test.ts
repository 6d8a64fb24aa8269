import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { createOrganisation } from '../src/stores/organisations.ts'
import { countCopiesLeft, recordCopyDestroyed, recordCopyMade } from '../src/stores/vault-copies.ts'
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

test('copies are counted for their own wave until each is destroyed; destroying one twice hides no other', async () => {
  const { office } = database
  await createOrganisation(office, 'Test', organisation)
  const now = new Date()
  const wave = { organisation, id: randomUUID(), label: '100 % _ here' }
  const other = { ...wave, id: randomUUID() }
  expect(await countCopiesLeft(office, wave)).toBe(0)
  for (const copy of ['aaaa', 'bbbb']) await recordCopyMade(office, wave, copy, now)
  await recordCopyMade(office, other, 'aaaa', now)
  expect(await countCopiesLeft(office, wave)).toBe(2)
  for (const _ of ['once', 'again']) await recordCopyDestroyed(office, wave, 'aaaa', now)
  expect(await countCopiesLeft(office, wave)).toBe(1)
  expect(await countCopiesLeft(office, other)).toBe(1)
  await recordCopyDestroyed(office, wave, 'bbbb', now)
  expect(await countCopiesLeft(office, wave)).toBe(0)
  // A copy from before copies had names: destroyed, and never known to have been made.
  await recordCopyDestroyed(office, wave, 'without a name', now)
  expect(await countCopiesLeft(office, wave)).toBe(0)
})
