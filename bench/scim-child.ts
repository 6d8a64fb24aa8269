import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashOfSecret } from '../apps/api/src/access/sign-in-link.ts'
import { buildApp } from '../apps/api/src/app.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { newScimSecret } from '../apps/api/src/scim/scim-token.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { SealedTexts } from '../apps/api/src/vault/sealed-texts.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { addScimToken } from '../packages/db/src/stores/scim-tokens.ts'

const people = 10_000
const groups = people / 50
const atATime = 8
/** Each kind of request is measured for so long at most: the whole takes a few minutes on any machine. */
const mostSeconds = 40

let nothingMilliseconds = 0
let peak = 0
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)

/** Some requests at a time, as identity providers send them. @returns how many there was time for */
async function timed(what: string, times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  peak = 0
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < times && performance.now() - began < mostSeconds * 1000) {
        const n = next
        next += 1
        await work(n)
      }
    }),
  )
  const each = (performance.now() - began) / next
  if (nothingMilliseconds === 0) nothingMilliseconds = each
  const figures = `${next} in ${((each * next) / 1000).toFixed(1)} s, ${each.toFixed(2)} ms each`
  const ratio = `${(each / nothingMilliseconds).toFixed(1)} x nothing`
  console.log(`${what.padEnd(34)} ${figures}, ${ratio}, ${Math.round(peak / 1e6)} MB`)
  return next
}

function idOf(resource: unknown): string {
  return typeof resource === 'object' && resource !== null && 'id' in resource ? String(resource.id) : ''
}

const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
await chmod(folder, 0o711)
const postgres = await startEmbeddedPostgres({ dataFolder: folder })
try {
  await migrateDatabase(postgres.url)
  const organisation = randomUUID()
  const database = openDatabase(postgres.url, { organisation })
  await createOrganisation(database.office, 'Bench', organisation)
  const secret = newScimSecret()
  await addScimToken(database.office, { organisation, name: 'Bench', tokenHash: hashOfSecret(secret) })
  const app = await buildApp({
    database,
    vault: folderVault(join(folder, 'vault')),
    marks: new ReminderMarks(randomBytes(32)),
    secrets: new SealedTexts(randomBytes(32)),
    pagesAt: null,
    mail: null,
    channels: null,
    // Runs fast: what one token may ask is limited by the minute.
    now: () => new Date(Date.UTC(2026, 0, 1) + Math.round(performance.now() * 30)),
    sessionSecret: randomBytes(32).toString('hex'),
    secureCookies: false,
    anonymousHost: null,
    webFolder: null,
    report: (line) => console.error(line),
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${address}/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const create = async (n: number) => {
    const user = { userName: `p${n}@bench.example`, externalId: `e${n}`, displayName: `Person ${n}` }
    return idOf(await ask('POST', '/Users', user))
  }
  const patch = (path: string, ...Operations: object[]) => ask('PATCH', path, { Operations })
  const filtered = (filter: string) => ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)

  for (let n = 0; n < 50; n += 1) await ask('GET', '/ServiceProviderConfig')
  await timed('nothing but the token', 1000, (n) => ask('GET', `/ServiceProviderConfig?n=${n}`))
  const ids: string[] = []
  const made = await timed('people made', people, async (n) => ids.push(await create(n)))
  await timed('asked for by name', 1000, (n) => filtered(`userName eq "p${n}@bench.example"`))
  await timed('asked for by part of a name', 100, (n) => filtered(`displayName co "son ${n}"`))
  const units: string[] = []
  await timed('groups made', groups, async (n) => {
    units.push(idOf(await ask('POST', '/Groups', { displayName: `Team ${n}` })))
  })
  await timed('members added, ten at a time', made / 10, (n) => {
    const value = ids.slice(n * 10, n * 10 + 10).map((id) => ({ value: id }))
    return patch(`/Groups/${units[n % units.length]}`, { op: 'Add', path: 'members', value })
  })
  await timed('people changed', 2000, (n) =>
    patch(`/Users/${ids[n % ids.length]}`, { op: 'Replace', path: 'displayName', value: `Renamed ${n}` }),
  )
  await timed('pages of 100, to the last', made / 100, (n) =>
    ask('GET', `/Users?startIndex=${n * 100 + 1}&count=100`),
  )
  await timed('groups listed with members', 3, () => ask('GET', '/Groups?count=1000'))

  // The server writes its rows into a file and copies them from there, into a table with the same indexes.
  const owner = await database.office.$client.connect()
  await owner.query('SET ROLE NONE')
  const place = await owner.query<{ data_directory: string }>('SHOW data_directory')
  const copy = `'${place.rows[0]?.data_directory}/people.copy'`
  await owner.query(`COPY person TO ${copy}`)
  await owner.query('CREATE TABLE plain (LIKE person INCLUDING ALL)')
  const began = performance.now()
  await owner.query(`COPY plain FROM ${copy}`)
  const copied = (performance.now() - began) / made
  console.log(
    `COPY of the same people: ${copied.toFixed(4)} ms each, ${(copied / nothingMilliseconds).toFixed(4)} x nothing`,
  )
  await owner.query(
    `INSERT INTO person (organisation, external_id, name, email, unit, role, language, cuts)
     SELECT $1, 'c' || n, 'Copied ' || n, 'c' || n || '@bench.example', $2, 'employee', 'en', '{}'
     FROM generate_series(1, $3::int) n`,
    [organisation, units[0], 100_000 - made],
  )
  await owner.query(
    `INSERT INTO scim_user (organisation, person, user_name)
     SELECT organisation, id, email FROM person WHERE external_id LIKE 'c%'`,
  )
  await owner.query('ANALYZE person, scim_user')
  owner.release(true)
  await timed('first pages of 100,000', 20, (n) => ask('GET', `/Users?startIndex=${n * 100 + 1}&count=100`))
  await timed('last pages of 100,000', 20, (n) =>
    ask('GET', `/Users?startIndex=${100_000 - n * 100 - 99}&count=100`),
  )
  await timed('made beside 100,000', 500, (n) => create(100_000 + n))
  await app.close()
  await database.close()
} finally {
  clearInterval(watching)
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
