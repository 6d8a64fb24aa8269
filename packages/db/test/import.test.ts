import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/database.ts'
import { withinOrganisation } from '../src/organisation-scope.ts'
import { undoImport } from '../src/stores/organisation-before.ts'
import { applyImport } from '../src/stores/organisation-import.ts'
import { createOrganisation } from '../src/stores/organisations.ts'
import { listRights } from '../src/stores/roles.ts'
import type { PersonToImport } from '../src/stores/roster.ts'
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

const now = new Date('2026-02-01T09:00:00Z')
const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'team', parent: 'top', name: 'Team' },
]
const hr = (hrUnits: readonly string[] | null): PersonToImport => ({
  externalId: 'ada',
  name: 'Ada',
  email: 'ada@test.example',
  unit: 'team',
  role: 'hr',
  language: 'en',
  cuts: {},
  channel: 'online',
  zone: null,
  leads: [],
  hrUnits,
})

async function inCompany(work: (organisation: string) => Promise<void>): Promise<void> {
  const { id } = await createOrganisation(database.office, 'Test')
  await withinOrganisation(id, async () => {
    await replaceOrganisation(database.office, id, units, [hr(['team'])], '2026-02-01')
    await work(id)
  })
}

test('undoing an import gives HR of a part that part back: without it, she would be HR of the whole', () =>
  inCompany(async (organisation) => {
    const { office } = database
    const partsOf = async () =>
      (await listRights(office, organisation)).map(({ hrUnits }) => hrUnits.map(({ id }) => id))
    const moment = { now, fingerprint: null, undoUntil: new Date('2026-02-08T09:00:00Z') }
    await applyImport(office, organisation, { units, people: [hr([])], history: [] }, moment)
    expect(await partsOf()).toEqual([[]])
    expect(await undoImport(office, organisation, now)).toMatchObject({ ok: true })
    expect(await partsOf()).toEqual([['team']])
  }))

test('an import and its undoing wait for nobody who signs in, or writes into the trail', () =>
  inCompany(async (organisation) => {
    const { office } = database
    const other = await office.$client.connect()
    try {
      // What PostgreSQL holds while a row is written that belongs to the organisation.
      await other.query('BEGIN')
      await other.query(`SELECT set_config('chorus.organisation', $1, true)`, [organisation])
      await other.query('SELECT FROM organisation FOR KEY SHARE')
      const moment = { now, fingerprint: null, undoUntil: new Date('2026-02-08T09:00:00Z') }
      const people = [{ ...hr(null), name: 'Ada L' }]
      expect(await applyImport(office, organisation, { units, people, history: [] }, moment)).toMatchObject({
        ok: true,
      })
      expect(await undoImport(office, organisation, now)).toMatchObject({ ok: true })
    } finally {
      await other.query('ROLLBACK')
      other.release()
    }
  }))
