import { randomUUID } from 'node:crypto'
import { link as linkFile, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { readTrail } from '@chorus/db/stores/audit-trail'
import { listOrganisationIds } from '@chorus/db/stores/whose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneTestDatabase, type TestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { runCommand } from './support/run-command.ts'
import { smallCompany } from './support/running-app.ts'

const company = smallCompany()

let place: TestDatabase
let folder: string

beforeAll(async () => {
  place = await cloneTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'chorus-cli-'))
  await writeFile(join(folder, 'units.csv'), company.units)
  await writeFile(join(folder, 'people.csv'), company.people)
})

afterAll(async () => {
  await place.drop()
  await rm(folder, { recursive: true })
})

const chorus = (...args: string[]) => runCommand({ folder, databaseUrl: place.url }, args)

test('help names every command and the exit codes', async () => {
  const { code, out } = await chorus('--help')
  expect(code).toBe(0)
  for (const command of [
    'start',
    'demo',
    'import',
    'import-history',
    'open-wave',
    'close-wave',
    'export',
    'audit',
    'sign-in-link',
    'summarize',
    'oracle',
  ])
    expect(out).toContain(command)
  expect(out).toContain('Exit codes')
})

test('an unknown command or a missing option is exit code 2, in one line', async () => {
  expect(await chorus('fly')).toMatchObject({ code: 2, out: '' })
  const missing = await chorus('sign-in-link')
  expect(missing.code).toBe(2)
  expect(missing.err).toMatch(/--email/)
})

test('before anything is imported, commands say what to do first', async () => {
  const { code, err } = await chorus('open-wave', '--label', 'First')
  expect(code).toBe(1)
  expect(err).toMatch(/chorus import/)
  expect((await chorus('audit', '--snapshot', 'none.json')).code).toBe(1)
})

test('from import to CSV on the command line, with JSON for programs', async () => {
  const imported = await chorus(
    'import',
    '--name',
    'Small',
    '--units',
    'units.csv',
    '--people',
    'people.csv',
    '--json',
  )
  expect(imported).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(imported.out)).toMatchObject({ units: 5, people: 26, joined: 26 })

  const link = await chorus('sign-in-link', '--email', 'RED1@test.example', '--json')
  expect(JSON.parse(link.out).link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/sign-in#[\w-]{43}$/)
  expect((await chorus('sign-in-link', '--email', 'nobody@test.example')).code).toBe(1)

  expect((await chorus('open-wave', '--label', 'Spring', '--json')).code).toBe(0)
  const second = await chorus('open-wave', '--label', 'Summer')
  expect(second.code).toBe(1)
  expect(second.err).toMatch(/not yet published/)

  expect(JSON.parse((await chorus('close-wave', '--json')).out)).toMatchObject({ stage: 'published' })
  expect((await chorus('export', '--out', 'summary.csv')).code).toBe(0)
  const piped = await chorus('export')
  expect(piped.out).toBe(await readFile(join(folder, 'summary.csv'), 'utf8'))
  expect(piped.out.split('\n')[0]).toMatch(/^wave,wave_closed,unit_id,/)
})

test('an import into an organisation that is there shows what would change, and asks before it writes', async () => {
  const rows = company.people.split('\n')
  const german = ['Personalnummer,Name,E-Mail,Abteilung,Telefon', ...rows.slice(1, 20).map(asGerman)]
  await writeFile(join(folder, 'german.csv'), german.join('\n'))
  const looked = await chorus('import', '--people', 'german.csv')
  expect(looked).toMatchObject({ code: 1, out: '' })
  expect(looked.err).toMatch(/"Personalnummer" is taken for person_id/)
  expect(looked.err).toMatch(/not used: Telefon/)
  expect(looked.err).toMatch(/7 leave/)
  const asked = await chorus('import', '--people', 'german.csv', '--yes')
  expect(asked.code).toBe(1)
  expect(asked.err).toMatch(/7 of 26 people would leave/)
  expect(asked.err).toMatch(/--yes --expect-leavers 7/)
  const gone = await chorus('import', '--people', 'german.csv', '--yes', '--expect-leavers', '7', '--json')
  expect(JSON.parse(gone.out)).toMatchObject({ units: 5, people: 19, left: 7, moved: 0 })
})

/** The units stay as they are, and are named by their names. */
function asGerman(row: string): string {
  const [id = '', name = '', email = '', unit = ''] = row.split(',')
  return [id, name, email, `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`, '040'].join(',')
}

test('the snapshot for attackers holds every cell of the CSV, and goes to a file or to standard output', async () => {
  expect((await chorus('audit', '--snapshot', 'snapshot.json')).code).toBe(0)
  const piped = await chorus('audit', '--snapshot', '-')
  expect(piped.out).toBe(await readFile(join(folder, 'snapshot.json'), 'utf8'))
  const snapshot = JSON.parse(piped.out)
  expect(snapshot).toMatchObject({ format: 'climate-snapshot-audit/1', k: 5, cuts: {} })
  expect(snapshot.units.filter((unit: { parent: string | null }) => unit.parent === null)).toHaveLength(1)
  expect(snapshot.waves).toHaveLength(1)
  const exported = (await readFile(join(folder, 'summary.csv'), 'utf8')).trim().split('\n').slice(1)
  const inFile = new Set(exported.map((line) => line.split(',')[2]))
  expect(new Set(snapshot.cells.map((cell: { unit: string }) => cell.unit))).toEqual(inFile)
  // Nobody answered: every cell is the one word.
  for (const cell of snapshot.cells)
    expect(cell).toMatchObject({ status: 'suppressed', reason: 'protected', n: null, items: null })
})

test('files with faults: each with file, line and column, exit code 2, and nothing changed', async () => {
  await writeFile(join(folder, 'bad.csv'), `${company.people}\nx,X,not-an-address,nowhere,,`)
  const { code, err } = await chorus('import', '--units', 'units.csv', '--people', 'bad.csv')
  expect(code).toBe(2)
  expect(err).toMatch(/bad\.csv.*28.*3/)
  expect(err).toMatch(/Nothing was changed/)
  expect((await chorus('import', '--units', 'missing.csv', '--people', 'people.csv')).code).toBe(2)
})

test('the keys of an open wave are copied for somebody to keep, put back when the vault lost them, and destroyed once it is closed', async () => {
  const nothing = await chorus('vault', 'copy', '--to', 'none.json')
  expect(nothing).toMatchObject({ code: 1, out: '' })
  expect((await chorus('open-wave', '--label', 'Autumn')).code).toBe(0)
  const copied = await chorus('vault', 'copy', '--to', 'keys.json', '--json')
  expect(copied.code).toBe(0)
  expect(copied.err).toMatch(/"Autumn" closes at \d{4}-.*Z\.\n.*chorus vault destroy-copy keys\.json/s)
  const [wave] = JSON.parse(copied.out).waves
  expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
  expect(await chorus('vault', 'copy', '--to', 'keys.json')).toMatchObject({ code: 2 })

  expect((await chorus('vault', 'restore', '--from', 'keys.json')).out).toMatch(/Nothing was missing/)
  await rm(join(folder, 'vault', `${wave}.keys`))
  const lost = await chorus('close-wave')
  expect(lost.code).toBe(1)
  expect(lost.err).toMatch(/^The vault holds no keys of the open wave "Autumn".*chorus vault restore/)

  const copy = await readFile(join(folder, 'keys.json'), 'utf8')
  await writeFile(join(folder, 'other.json'), copy.replace(/"skS":"..../, '"skS":"AAAA'))
  expect(await chorus('vault', 'restore', '--from', 'other.json')).toMatchObject({ code: 2, out: '' })
  expect(await chorus('vault', 'restore', '--from', 'people.csv')).toMatchObject({ code: 2, out: '' })

  const restored = await chorus('vault', 'restore', '--from', 'keys.json', '--json')
  expect(JSON.parse(restored.out)).toEqual({ restored: [wave] })

  // A second copy, and a copy of the first that nobody knows of.
  expect((await chorus('vault', 'copy', '--to', 'second.json')).code).toBe(0)
  await symlink(join(folder, 'keys.json'), join(folder, 'link.json'))
  const early = await chorus('vault', 'destroy-copy', 'keys.json')
  expect(early).toMatchObject({ code: 1, out: '' })
  expect(early.err).toMatch(/"Autumn" is still open.*Nothing was destroyed/)
  expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(copy)

  const closed = await chorus('close-wave', '--json')
  expect(closed.code).toBe(0)
  expect(closed.err).toMatch(/"Autumn" that are not destroyed yet: 2\..*chorus vault destroy-copy/)
  expect(JSON.parse(closed.out)).toMatchObject({ stage: 'published' })

  await writeFile(join(folder, 'strange.json'), copy.replace(wave, randomUUID()))
  expect(await chorus('vault', 'destroy-copy', 'strange.json')).toMatchObject({ code: 1, out: '' })
  for (const file of ['people.csv', 'link.json', 'missing.json'])
    expect(await chorus('vault', 'destroy-copy', file), file).toMatchObject({ code: 2, out: '' })
  await linkFile(join(folder, 'keys.json'), join(folder, 'another-name.json'))
  const destroyed = await chorus('vault', 'destroy-copy', 'keys.json', '--json')
  expect(JSON.parse(destroyed.out)).toEqual({ destroyed: 'keys.json', waves: [wave] })
  expect(destroyed.err).toMatch(/worn flash, snapshots and backups/)
  await expect(stat(join(folder, 'keys.json'))).rejects.toThrow('ENOENT')
  const left = await readFile(join(folder, 'another-name.json'))
  expect(left).toHaveLength(copy.length)
  expect(left.toString('latin1')).not.toMatch(/skS|format/)

  const { office, close } = openDatabase(place.url)
  const [organisation] = await listOrganisationIds(office)
  const { rows } = await withinOrganisation(organisation ?? '', () =>
    office.execute<{ action: string; subject: string }>(
      `SELECT action, subject FROM audit_event WHERE action LIKE 'vault%' ORDER BY number`,
    ),
  )
  await close()
  const [first, second, third] = rows
  expect(rows.map(({ action }) => action)).toEqual(['vault copied', 'vault copied', 'vault copy destroyed'])
  expect(first?.subject).toBe(`Autumn (wave ${wave}), copy ${JSON.parse(copied.out).copy}`)
  expect(third?.subject).toBe(first?.subject)
  expect(second?.subject).not.toBe(first?.subject)
  for (const key of Object.values<string>(JSON.parse(copy).waves[wave]))
    expect(JSON.stringify(rows)).not.toContain(key)
}, 60_000)

test('a second organisation is added, and from then on commands ask which one is meant', async () => {
  const added = await chorus('organisation', 'add', '--name', 'Sister', '--json')
  expect(added).toMatchObject({ code: 0, err: '' })
  const { id } = JSON.parse(added.out)
  expect((await chorus('organisation', 'add', '--name', 'Sister')).err).toMatch(/already/)
  const unsaid = await chorus('sign-in-link', '--email', 'red1@test.example')
  expect(unsaid.code).toBe(1)
  for (const part of ['--organisation', 'Small', 'Sister', id]) expect(unsaid.err).toContain(part)
  const nobody = await chorus('sign-in-link', '--organisation', 'Sister', '--email', 'red1@test.example')
  expect(nobody.err).toMatch(/Nobody on the roster/)
  const files = ['--units', 'units.csv', '--people', 'people.csv']
  expect((await chorus('import', ...files)).code).toBe(1)
  const imported = await chorus('import', '--organisation', id, ...files, '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ people: 26, joined: 26, left: 0 })
  expect((await chorus('organisation', 'rename', '--organisation', id, '--name', 'Brother')).code).toBe(0)
  const listed = JSON.parse((await chorus('organisation', 'list', '--json')).out)
  expect(listed.map(({ name }: { name: string }) => name)).toEqual(['Brother', 'Small'])
}, 60_000)

test('the audit trail is checked in the database and in an export, and what does not fit is named', async () => {
  const inDatabase = await chorus('audit', '--trail', '--organisation', 'Small', '--json')
  expect(inDatabase).toMatchObject({ code: 0, err: '' })
  const { events, head } = JSON.parse(inDatabase.out)
  expect(events).toBeGreaterThan(3)

  const { office, close } = openDatabase(place.url)
  const lines: string[] = []
  for (const organisation of await listOrganisationIds(office))
    await withinOrganisation(organisation, async () => {
      for await (const event of readTrail(office, organisation)) lines.push(JSON.stringify(event))
    })
  await close()
  // "Brother" comes first by name: three events.
  const own = lines.slice(-events)
  await writeFile(join(folder, 'trail.jsonl'), `${own.join('\n')}\n`)
  const checked = await chorus('audit', '--trail-file', 'trail.jsonl', '--head', head)
  expect(checked).toMatchObject({ code: 0, err: '' })
  expect(checked.out).toContain(head)

  await writeFile(join(folder, 'altered.jsonl'), own.join('\n').replace('"number":2', '"number":3'))
  const altered = await chorus('audit', '--trail-file', 'altered.jsonl')
  expect(altered).toMatchObject({ code: 1, out: '' })
  expect(altered.err).toMatch(/Event 3 stands where 2 belongs/)
  const otherHead = await chorus('audit', '--trail', '--organisation', 'Small', '--head', 'a'.repeat(64))
  expect(otherHead).toMatchObject({ code: 1, out: '' })
  expect(otherHead.err).toMatch(/is not among/)
  await writeFile(join(folder, 'no-trail.jsonl'), 'number,at\n')
  expect((await chorus('audit', '--trail-file', 'no-trail.jsonl')).err).toMatch(/line 1/)
  expect((await chorus('audit', '--trail-file', 'nowhere.jsonl')).code).toBe(2)
}, 120_000)
