import { policyInput } from '@chorus/contracts/policy'
import { type Rhythm, rhythm } from '@chorus/contracts/rhythm'
import { type MailState, readMailState } from '@chorus/db/stores/mailings'
import { listPlannedWaves, type PlannedWaveRow } from '@chorus/db/stores/planned-waves'
import { createProgramme, type ProgrammeRow, setRhythm } from '@chorus/db/stores/programmes'
import { listWaves, type WaveRow } from '@chorus/db/stores/waves'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import type { JobParts } from '../../src/jobs/job.ts'
import { workOnce } from '../../src/jobs/worker.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { type RunningApp, runApp, smallCompany } from './running-app.ts'

/** The app with a worker that works when a test sets the clock, and mails that are ordered and never sent. */
export type RunningJobs = {
  readonly running: RunningApp
  readonly parts: JobParts
  /** Sets the clock, and has everything done that is due then. */
  at(moment: string): Promise<void>
  startProgramme(name: string, given?: Partial<Rhythm>): Promise<ProgrammeRow>
  /** What became of each occurrence, oldest first, in short: "2026-03-09 opened" or "2026-03-16 skipped server-away". */
  account(): Promise<string[]>
  planned(): Promise<PlannedWaveRow[]>
  waves(programme: string): Promise<WaveRow[]>
  mailsOf(wave: string): Promise<MailState>
  /** What waits counts as sent: no reminder is ordered before. */
  send(): Promise<void>
  stop(): Promise<void>
}

/** Mondays at nine in Zurich, closing on Friday at five, with reminders on Wednesday and Thursday. */
export const weekly: Rhythm = rhythm.parse({
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 1, weekday: 1 },
  opensAt: '09:00',
  from: '2026-03-02',
  windowDays: 4,
  closesAt: '17:00',
  reminderDays: [2, 3],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'skip',
  paused: false,
})

/** The clock stands on Sunday, 8 March 2026, when it begins. */
export async function runJobs(files = smallCompany()): Promise<RunningJobs> {
  const running = await runApp(files)
  const { database, vault, marks, clock, organisation, reported } = running
  clock.now = new Date('2026-03-08T12:00:00Z')
  // Nobody listens there, and nothing is ever sent.
  const transport = openTransport('smtp://127.0.0.1:9', 'Chorus <pulse@chorus.example>')
  const parts: JobParts = {
    database,
    vault,
    marks,
    now: () => clock.now,
    mail: { transport, address: 'https://chorus.example.org', wake: () => undefined, trouble: () => null },
    report: (line) => reported.push(line),
  }
  const planned = async () => [...(await listPlannedWaves(database.office, organisation, 1000))].reverse()
  return {
    running,
    parts,
    async at(moment) {
      clock.now = new Date(moment)
      await workOnce(parts)
    },
    async startProgramme(name, given = {}) {
      const { office } = database
      const details = { name, instrument: defaultInstrument, policy: policyInput.parse({}) }
      const row = await createProgramme(office, organisation, details)
      await setRhythm(office, organisation, row.id, { ...weekly, ...given })
      return row
    },
    async account() {
      return (await planned()).map(({ occurrence, state, reason }) =>
        [occurrence, state, ...(reason === null ? [] : [reason])].join(' '),
      )
    },
    planned,
    waves: (programme) => listWaves(database.office, organisation, programme),
    mailsOf: (wave) => readMailState(database.office, { organisation, wave }),
    async send() {
      await database.mailer.execute('DELETE FROM outgoing_mail')
    },
    async stop() {
      transport.close()
      await running.stop()
    },
  }
}
