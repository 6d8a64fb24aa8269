import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matchColumns } from '../apps/api/src/organisation/columns/match-columns.ts'
import { sampleColumns } from '../apps/api/src/organisation/columns/sample-columns.ts'
import { planImport } from '../apps/api/src/organisation/plan-import.ts'
import { chunksOf } from '../apps/api/src/organisation/waiting-import.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { undoImport } from '../packages/db/src/stores/organisation-before.ts'
import { applyImport } from '../packages/db/src/stores/organisation-import.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { peopleOverHttp } from './people-http.ts'
import { watched } from './watched.ts'

const people = 100_000
const teams = 2_000
const now = new Date()

const units = Buffer.from(
  [
    'unit_id,parent_id,name',
    'whole,,Whole',
    ...Array.from({ length: 40 }, (_, i) => `d${i},whole,Division ${i}`),
    ...Array.from({ length: teams }, (_, i) => `t${i},d${i % 40},Team ${i}`),
  ].join('\n'),
)
/** @param year in the second, a twentieth left, as many came, and a tenth is in another team */
const fileOf = (year: 1 | 2) =>
  Buffer.from(
    [
      'Personalnummer,Name,E-Mail,Abteilung,Sprache,cut:tenure',
      ...Array.from({ length: people }, (_, i) => {
        const id = year === 2 && i % 20 === 0 ? people + i : i
        const team = year === 2 && i % 10 === 1 ? (i + 1) % teams : i % teams
        return `p${id},Person Number ${id},person.number.${id}@bench.example,t${team},de,${i % 5} years`
      }),
    ].join('\n'),
  )

const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
await chmod(folder, 0o711)
const postgres = await startEmbeddedPostgres({ dataFolder: folder })

try {
  await migrateDatabase(postgres.url)
  const id = randomUUID()
  const database = openDatabase(postgres.url, { organisation: id })
  const { office } = database
  const organisation = await createOrganisation(office, 'Bench', id)
  const preview = async (file: Buffer) => {
    const sampled = await sampleColumns(file, 'people.csv')
    if (!sampled.ok) throw new Error('the file has faults')
    const meanings = matchColumns(sampled.value, {}, true).map(({ meaning }) => meaning)
    const files = { people: chunksOf(file), units: chunksOf(units), meanings }
    const planned = await planImport(office, organisation, files, null)
    if (!planned.ok) throw new Error(planned.error.faults[0]?.message)
    return planned.value
  }
  const confirm = async ({ wanted, preview: { fingerprint } }: Awaited<ReturnType<typeof preview>>) => {
    const moment = { now, fingerprint, undoUntil: new Date(now.getTime() + 86_400_000) }
    const applied = await applyImport(office, organisation.id, { ...wanted, history: [] }, moment)
    if (!applied.ok) throw new Error(applied.error.code)
    return applied.value
  }
  const file = fileOf(1)
  console.log(`${people} people in ${teams} teams, a file of ${(file.length / 1e6).toFixed(1)} MB`)
  const first = await watched('first preview', () => preview(file))
  const imported = await watched('first import', () => confirm(first.value))
  const next = fileOf(2)
  const second = await watched('preview a year later', () => preview(next))
  console.log(second.value.preview.counts)
  await watched('import a year later', () => confirm(second.value))
  await watched('undo', () => undoImport(office, organisation.id, now))
  await office.execute(`UPDATE person SET role = 'hr' WHERE external_id = 'p1'`)
  const hr = { organisation: organisation.id, email: 'person.number.1@bench.example' }
  const overHttp = await peopleOverHttp(database, postgres.url, hr, { people: next, units })
  console.log(
    `upload and preview by HTTP ${(overHttp.seconds / second.seconds).toFixed(1)} times the preview alone`,
  )

  // The server writes its rows into a file and copies them from there, into a table with the same indexes.
  const owner = await office.$client.connect()
  await owner.query('SET ROLE NONE')
  const place = await owner.query<{ data_directory: string }>('SHOW data_directory')
  const copy = `'${place.rows[0]?.data_directory}/people.copy'`
  await owner.query(`COPY person TO ${copy}`)
  await owner.query('CREATE TABLE plain (LIKE person INCLUDING ALL)')
  const copied = await watched('plain COPY of the same rows', () => owner.query(`COPY plain FROM ${copy}`))
  owner.release()
  console.log(`${copied.value.rowCount} rows`)
  const ratio = (seconds: number) => (seconds / copied.seconds).toFixed(1)
  console.log(`import ${ratio(imported.seconds)} times the COPY, preview ${ratio(first.seconds)} times`)
  await database.close()
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
