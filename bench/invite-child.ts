import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendRound } from '../apps/api/src/mail/mailer.ts'
import type { Message } from '../apps/api/src/mail/message.ts'
import { orderMailsOfWave } from '../apps/api/src/mail/order-mails.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { signInMail } from '../apps/api/src/mail/sign-in-mail.ts'
import { lanes, openTransport } from '../apps/api/src/mail/transport.ts'
import { importOrganisation } from '../apps/api/src/organisation/import-organisation.ts'
import { openWave } from '../apps/api/src/stages/collect/open-wave.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { bareMails } from '../apps/api/test/support/bare-mails.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { createProgramme } from '../packages/db/src/stores/programmes.ts'
import { findWave } from '../packages/db/src/stores/waves.ts'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'
import { watched } from './watched.ts'

const people = 100_000
const teams = 2_500
const mostMails = 20_000
const mostMilliseconds = 90_000
const bareMailsSent = 2_000
const reaches = 100
const hour = 3_600_000
const sender = 'Chorus <pulse@bench.example>'
const [, , smtpUrl = ''] = process.argv

const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
await chmod(folder, 0o711)
const postgres = await startEmbeddedPostgres({ dataFolder: folder })
const transport = openTransport(smtpUrl, sender)
try {
  await migrateDatabase(postgres.url)
  const organisation = randomUUID()
  const database = openDatabase(postgres.url, { organisation })
  const { office, mailer, issuer } = database
  await createOrganisation(office, 'Bench', organisation)
  const rows = Array.from(
    { length: people },
    (_, i) => `p${i},P ${i},p${i}@bench.example,team${i % teams},Europe/Zurich`,
  )
  const units = Array.from({ length: teams }, (_, team) => `team${team},whole,Team ${team}`)
  const now = new Date()
  const files = {
    units: [Buffer.from(['unit_id,parent_id,name', 'whole,,Whole', ...units].join('\n'))],
    people: [Buffer.from(['person_id,name,email,unit_id,zone', ...rows].join('\n'))],
  }
  await watched(`${people} people imported`, () => importOrganisation(office, organisation, files, now))
  const programme = await createProgramme(office, organisation, {
    name: 'Pulse',
    instrument: defaultInstrument,
    policy: policyInput.parse({}),
  })
  const closes = new Date(now.getTime() + 24 * hour).toISOString()
  const vault = folderVault(join(folder, 'vault'))
  const opened = await watched('wave opened', () =>
    openWave({ office, vault }, programme, { label: 'Bench', closes }, now),
  )
  if (!opened.value.ok) throw new Error(opened.value.error.code)
  const wave = await findWave(office, organisation, opened.value.value.id)
  if (!wave) throw new Error('the wave is not there')
  const marks = new ReminderMarks(randomBytes(32))
  const ordered = await watched('invitations ordered', () =>
    orderMailsOfWave(database, marks, wave, 'invitation', now),
  )
  if (!ordered.value.ok || ordered.value.value.people !== people) throw new Error('not all were ordered')

  let sent = 0
  let newest: Message | undefined
  const counting = {
    ...transport,
    async send(message: Message) {
      const outcome = await transport.send(message)
      sent += 1
      newest = message
      if (sent % 1_000 === 0) console.log(`  ${sent} sent`)
      return outcome
    },
  }
  // All moments have come by then, and the wave is open still.
  const later = new Date(now.getTime() + 2 * hour)
  const parts = { mailer, issuer, office, marks, address: 'https://bench.example', now: () => later }
  const until = performance.now() + mostMilliseconds
  const waits: number[] = []
  const asking = setInterval(async () => {
    const began = performance.now()
    await transport.send(
      signInMail({
        to: 'p1@bench.example',
        language: 'en',
        organisation: 'Bench',
        link: 'https://bench.example',
      }),
    )
    waits.push(performance.now() - began)
  }, 250)
  const sending = await watched(`invitations sent by ${lanes} lanes`, () =>
    sendRound({ ...parts, transport: counting }, () => sent >= mostMails || performance.now() > until),
  )
  clearInterval(asking)
  if (newest === undefined || sending.value.trouble !== null) throw new Error('nothing was sent')
  const asSent = newest
  const bare = await watched(`${bareMailsSent} of the same by a bare loop`, () =>
    bareMails(smtpUrl, sender, asSent, { connections: lanes, mails: bareMailsSent }),
  )
  const reached = await watched(`${reaches} people passed over`, async () => {
    for (let i = 0; i < reaches; i++) await transport.reach()
  })
  const own = sent / sending.seconds
  const plain = bareMailsSent / bare.seconds
  console.log(
    `sent ${sent} of ${people}: ${Math.round(own)} mails a second, a bare loop ${Math.round(plain)}`,
  )
  console.log(
    `ratio ${(own / plain).toFixed(2)}; all ${people} would take ${Math.round(people / own / 60)} minutes`,
  )
  console.log(`passing over one takes ${((reached.seconds / reaches) * 1000).toFixed(1)} ms, one lane alone`)
  waits.sort((a, b) => a - b)
  const half = waits[Math.floor(waits.length / 2)] ?? 0
  console.log(
    `a sign-in mail meanwhile: half within ${Math.round(half)} ms, all ${waits.length} within ${Math.round(waits.at(-1) ?? 0)} ms`,
  )
  await database.close()
} finally {
  transport.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
