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
const groups = 200
const atATime = 8

/**
 * 10,000 people and 200 groups provisioned over HTTP as Entra ID does it (ask, then make; members in small lots), then listed in pages.
 * Prints seconds, requests per second and peak memory, and beside them what a request costs that only looks the token up.
 */
export async function benchScim(): Promise<void> {
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
    let peak = 0
    const watching = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 50)
    const ids: string[] = []
    const units: string[] = []
    await timed('nothing but the token', 1000, (n) => ask('GET', `/ResourceTypes/User?n=${n}`))
    await timed('people: asked for, then made', people, async (n) => {
      const userName = `p${n}@bench.example`
      await ask('GET', `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`)
      ids.push(
        idOf(await ask('POST', '/Users', { userName, externalId: `e${n}`, displayName: `Person ${n}` })),
      )
    })
    await timed('groups made', groups, async (n) => {
      units.push(idOf(await ask('POST', '/Groups', { displayName: `Team ${n}` })))
    })
    const lots = people / 10
    await timed('members added, ten at a time', lots, (n) => {
      const value = ids.slice(n * 10, n * 10 + 10).map((id) => ({ value: id }))
      const Operations = [{ op: 'Add', path: 'members', value }]
      return ask('PATCH', `/Groups/${units[n % groups]}`, { Operations })
    })
    await timed('people changed', lots, (n) => {
      const Operations = [{ op: 'Replace', path: 'displayName', value: `Renamed ${n}` }]
      return ask('PATCH', `/Users/${ids[n]}`, { Operations })
    })
    await timed('pages of 100 people listed', people / 100, (n) =>
      ask('GET', `/Users?startIndex=${n * 100 + 1}&count=100`),
    )
    await timed('groups listed with members', 1, () => ask('GET', '/Groups?count=1000'))
    clearInterval(watching)
    console.log(`peak memory, with the client: ${Math.round(peak / 1e6)} MB`)
    await app.close()
    await database.close()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function idOf(resource: unknown): string {
  return typeof resource === 'object' && resource !== null && 'id' in resource ? String(resource.id) : ''
}

/** Some requests at a time, as identity providers send them. */
async function timed(what: string, times: number, work: (n: number) => Promise<unknown>): Promise<void> {
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < times) {
        const n = next
        next += 1
        await work(n)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${what.padEnd(32)} ${times} in ${seconds.toFixed(1)} s (${((seconds * 1000) / times).toFixed(2)} ms each)`,
  )
}
