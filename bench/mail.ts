import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendRound } from '../apps/api/src/mail/mailer.ts'
import { orderMailsOfWave } from '../apps/api/src/mail/order-mails.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { openTransport } from '../apps/api/src/mail/transport.ts'
import { importOrganisation } from '../apps/api/src/organisation/import-organisation.ts'
import { openWave } from '../apps/api/src/stages/collect/open-wave.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { catchMails } from '../apps/api/test/support/mail-catcher.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { createProgramme } from '../packages/db/src/stores/programmes.ts'
import { findWave } from '../packages/db/src/stores/waves.ts'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'

const people = 3_000

/** 3,000 invitations, then a reminder to all, through a mail server in this very process. Prints seconds, mails per second and peak memory. */
export async function benchMail(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({ dataFolder: folder })
  const catcher = await catchMails()
  const transport = openTransport(catcher.url, 'Chorus <pulse@bench.example>')
  try {
    await migrateDatabase(postgres.url)
    const organisation = randomUUID()
    const database = openDatabase(postgres.url, { organisation })
    const { office, mailer } = database
    await createOrganisation(office, 'Bench', organisation)
    const rows = Array.from({ length: people }, (_, i) => `p${i},P ${i},p${i}@bench.example,team${i % 75}`)
    const teams = Array.from({ length: 75 }, (_, team) => `team${team},whole,Team ${team}`)
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
    const now = new Date()
    const closes = new Date(now.getTime() + 86_400_000).toISOString()
    const vault = folderVault(join(folder, 'vault'))
    const opened = await openWave({ office, vault }, programme, { label: 'Bench', closes }, now)
    if (!opened.ok) throw new Error(opened.error.code)
    const wave = await findWave(office, organisation, opened.value.id)
    if (!wave) throw new Error('the wave is not there')
    const marks = new ReminderMarks(randomBytes(32))
    let peak = 0
    const watching = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 50)
    for (const kind of ['invitation', 'reminder'] as const) {
      catcher.caught.length = 0
      const began = performance.now()
      const ordered = await orderMailsOfWave(database, marks, wave, kind, now)
      if (!ordered.ok) throw new Error(ordered.error.code)
      const written = (performance.now() - began) / 1000
      const parts = {
        mailer,
        issuer: database.issuer,
        transport,
        marks,
        address: 'https://bench.example',
        now: () => now,
      }
      await sendRound(parts)
      const seconds = (performance.now() - began) / 1000
      console.log(
        `${kind.padEnd(10)} ${catcher.caught.length} mails in ${seconds.toFixed(1)} s (${Math.round(catcher.caught.length / seconds)} a second), ordered in ${written.toFixed(2)} s`,
      )
    }
    clearInterval(watching)
    console.log(`peak memory, with the mail server and all it caught: ${Math.round(peak / 1e6)} MB`)
    await database.close()
  } finally {
    transport.close()
    await catcher.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
