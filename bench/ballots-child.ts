import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSignInLink } from '../apps/api/src/access/sign-in-link.ts'
import { buildApp } from '../apps/api/src/app.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { importOrganisation } from '../apps/api/src/organisation/import-organisation.ts'
import { openWave } from '../apps/api/src/stages/collect/open-wave.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { SealedTexts } from '../apps/api/src/vault/sealed-texts.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { createProgramme } from '../packages/db/src/stores/programmes.ts'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'

/** The server of `pnpm bench ballots`, in a process of its own: `ballots-child.ts PEOPLE`. Tells its CPU time when asked. */
const people = Number(process.argv[2])
const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
await chmod(folder, 0o711)
const postgres = await startEmbeddedPostgres({ dataFolder: folder })
await migrateDatabase(postgres.url)
const organisation = randomUUID()
const database = openDatabase(postgres.url, { organisation })
const { office } = database
const vault = folderVault(join(folder, 'vault'))
const now = () => new Date()

await createOrganisation(office, 'Bench', organisation)
const teams = Array.from({ length: Math.ceil(people / 40) }, (_, team) => `team${team},whole,Team ${team}`)
const rows = Array.from(
  { length: people },
  (_, i) => `p${i},P ${i},p${i}@bench.example,team${i % teams.length}`,
)
await importOrganisation(
  office,
  organisation,
  {
    units: [Buffer.from(['unit_id,parent_id,name', 'whole,,Whole', ...teams].join('\n'))],
    people: [Buffer.from(['person_id,name,email,unit_id', ...rows].join('\n'))],
  },
  new Date(),
)
const programme = await createProgramme(office, organisation, {
  name: 'Pulse',
  instrument: defaultInstrument,
  policy: policyInput.parse({}),
})
const closes = new Date(Date.now() + 86_400_000).toISOString()
const opened = await openWave({ office, vault }, programme, { label: 'Bench', closes }, now())
if (!opened.ok) throw new Error(opened.error.code)

const ofApp = openDatabase(postgres.url)
const app = await buildApp({
  database: ofApp,
  vault,
  marks: new ReminderMarks(new Uint8Array(32)),
  secrets: new SealedTexts(new Uint8Array(32)),
  pagesAt: null,
  mail: null,
  channels: null,
  now,
  sessionSecret: 'a secret that only this measurement uses',
  secureCookies: false,
  anonymousHost: null,
  webFolder: null,
  report: (line) => console.error(line),
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const tokens: string[] = []
for (let i = 0; i < people; i++) {
  const link = await makeSignInLink(office, organisation, `p${i}@bench.example`, {
    now: now(),
    hoursValid: 1,
    reusable: false,
  })
  if (link.ok) tokens.push(link.value.path.split('#')[1] ?? '')
}

process.on('message', async (asked) => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.({ server: (user + system) / 1000, database: cpuOfDatabase(postgres.pid) })
  } else {
    await app.close()
    await Promise.all([database.close(), ofApp.close()])
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
    process.disconnect()
  }
})
process.send?.({ address, wave: opened.value.id, tokens })

/** Milliseconds of the server process, its children, and those that ended; 0 where there is no /proc. */
function cpuOfDatabase(postmaster: number): number {
  const msPerTick = 10
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .reduce((sum, pid) => {
        const fields = statOf(pid)
        const mine = Number(pid) === postmaster
        if (!mine && Number(fields[1]) !== postmaster) return sum
        const own = Number(fields[11]) + Number(fields[12])
        const ended = mine ? Number(fields[13]) + Number(fields[14]) : 0
        return sum + (own + ended) * msPerTick
      }, 0)
  } catch {
    return 0
  }
}

/** Fields of /proc/PID/stat behind the name: state, parent, ... */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
