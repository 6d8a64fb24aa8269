import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orderMailsOfWave } from '../apps/api/src/mail/order-mails.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { importOrganisation } from '../apps/api/src/organisation/import-organisation.ts'
import { openWave } from '../apps/api/src/stages/collect/open-wave.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { createProgramme } from '../packages/db/src/stores/programmes.ts'
import { findWave } from '../packages/db/src/stores/waves.ts'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'

const people = 100_000
const teams = 2_500

/** Orders invitations for 100,000 people, without sending any. Prints seconds, and how much memory this process took on for it. */
export async function benchOrderMails(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({ dataFolder: folder })
  try {
    await migrateDatabase(postgres.url)
    const organisation = randomUUID()
    const database = openDatabase(postgres.url, { organisation })
    const { office } = database
    await createOrganisation(office, 'Bench', organisation)
    const rows = Array.from(
      { length: people },
      (_, i) => `p${i},P ${i},p${i}@bench.example,team${i % teams},Europe/Zurich`,
    )
    const units = Array.from({ length: teams }, (_, team) => `team${team},whole,Team ${team}`)
    const imported = performance.now()
    const files = {
      units: [Buffer.from(['unit_id,parent_id,name', 'whole,,Whole', ...units].join('\n'))],
      people: [Buffer.from(['person_id,name,email,unit_id,zone', ...rows].join('\n'))],
    }
    await importOrganisation(office, organisation, files, new Date())
    console.log(`imported in ${seconds(imported)} s`)
    const programme = await createProgramme(office, organisation, {
      name: 'Pulse',
      instrument: defaultInstrument,
      policy: policyInput.parse({}),
    })
    const now = new Date()
    const closes = new Date(now.getTime() + 86_400_000).toISOString()
    const vault = folderVault(join(folder, 'vault'))
    const opened = await openWave({ office, vault }, programme, { label: 'Bench', closes }, now)
    if (!opened.ok) throw new Error(opened.error.code)
    const wave = await findWave(office, organisation, opened.value.id)
    if (!wave) throw new Error('the wave is not there')
    const marks = new ReminderMarks(randomBytes(32))
    const before = process.memoryUsage().rss
    let peak = before
    const watching = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 10)
    const began = performance.now()
    const ordered = await orderMailsOfWave(database, marks, wave, 'invitation', now)
    clearInterval(watching)
    if (!ordered.ok) throw new Error(ordered.error.code)
    console.log(
      `${ordered.value.people} mails ordered in ${seconds(began)} s; memory rose by ${Math.round((peak - before) / 1e6)} MB`,
    )
    await database.close()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}
