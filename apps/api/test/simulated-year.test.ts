import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Rhythm } from '@chorus/contracts/rhythm'
import { nextWaves } from '@chorus/rhythm/next-waves'
import type { PlannedWave } from '@chorus/rhythm/planned-wave'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { workOnce } from '../src/jobs/worker.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { type RunningJobs, runJobs, weekly } from './support/running-jobs.ts'
import { yearCompany } from './support/year-company.ts'

const child = fileURLToPath(new URL('./support/close-job-child.ts', import.meta.url))
const hour = 3_600_000
/** A year takes its time where others work too: only one that hangs is stopped. */
const busyMachine = 600_000
const begin = new Date('2026-03-08T12:00:00Z')
const end = new Date('2027-03-07T12:00:00Z')

const rests = [{ name: 'End of the year', from: '2026-12-21', to: '2027-01-03' }]
const rhythms: Record<string, Rhythm> = {
  weekly: { ...weekly, reminderDays: [2], rests },
  monthly: {
    ...weekly,
    every: { unit: 'month', count: 1, on: { kind: 'weekday', nth: 1, weekday: 2 } },
    opensAt: '02:30',
    closesAt: '12:00',
    reminderDays: [1, 2],
  },
}

/** When no server ran: two days over an opening and each clock change, over a close, over both reminders; and a week. */
const outages = [
  ['2026-03-28T12:00:00Z', 48],
  ['2026-04-19T20:00:00Z', 48],
  ['2026-05-07T17:00:00Z', 48],
  ['2026-06-09T20:00:00Z', 48],
  ['2026-08-16T12:00:00Z', 7 * 24],
  ['2026-10-24T20:00:00Z', 48],
].map(([from, hours]) => {
  const start = new Date(from ?? 0)
  return { from: start, to: new Date(start.getTime() + Number(hours) * hour) }
})
const killedAt = '2026-07-10T15:00:00.000Z'

let jobs: RunningJobs
const programmes = new Map<string, string>()
/** Who was written to: wave, kind and person of each mail, and when. */
const mails: { wave: string; kind: string; person: string; at: Date }[] = []

beforeAll(async () => {
  jobs = await runJobs(yearCompany(0))
  for (const [name, rhythm] of Object.entries(rhythms))
    programmes.set(name, (await jobs.startProgramme(name, rhythm)).id)
  // Two programmes ask more often than is usual.
  await owner('UPDATE organisation SET pulses_a_quarter = 20')
  await liveTheYear()
}, busyMachine)

afterAll(() => jobs.stop())

test('every wave that was planned for the year was opened once and published, or left out for a reason', async () => {
  const account = await jobs.planned()
  for (const [name, id] of programmes) {
    const planned = plannedIn(rhythms[name] ?? weekly)
    const rows = account.filter(({ programme }) => programme === id)
    expect(rows.map(({ occurrence }) => occurrence).sort()).toEqual(
      planned.map(({ occurrence }) => occurrence).sort(),
    )
    const opened = rows.filter(({ state }) => state === 'opened')
    const waves = await jobs.waves(id)
    expect(waves.map((wave) => wave.id).sort()).toEqual(opened.map(({ wave }) => wave).sort())
    expect(new Set(waves.map(({ label }) => label)).size).toBe(waves.length)
    expect(new Set(waves.map(({ stage }) => stage))).toEqual(new Set(['published']))
  }
  // 52 Mondays without two of the holidays, and 12 months; only the week without a server was too long.
  expect(account).toHaveLength(50 + 12)
  expect(account.filter(({ state }) => state !== 'opened')).toMatchObject([
    { occurrence: '2026-08-17', state: 'skipped', reason: 'server-away' },
  ])
  expect((await jobs.waves(programmes.get('monthly') ?? ''))[0]?.label).toBe('2026-04')
  expect(await jobs.running.vault.list()).toEqual([])
  expect(await jobs.running.database.office.execute('SELECT FROM wave_job')).toMatchObject({ rowCount: 0 })
})

test('the trail tells of each opening, close and release once', async () => {
  const told = await owner<{ action: string; events: number }>(
    `SELECT action, count(*)::int AS events FROM audit_event WHERE action LIKE 'wave %' GROUP BY action ORDER BY action`,
  )
  expect(told).toEqual([
    { action: 'wave closed', events: 61 },
    { action: 'wave opened', events: 61 },
    { action: 'wave published', events: 61 },
  ])
})

test('each person was invited once to each wave and reminded at most twice while it was open, and told once of results', async () => {
  const waves = new Map(
    (await Promise.all([...programmes.values()].map(jobs.waves))).flat().map((wave) => [wave.id, wave]),
  )
  const times = new Map<string, number>()
  for (const { wave, kind, person, at } of mails) {
    const key = [wave, kind, person].join()
    times.set(key, (times.get(key) ?? 0) + 1)
    const row = waves.get(wave)
    const isInTime = row && (kind === 'results' ? at >= row.closesAt : at >= row.opensAt && at < row.closesAt)
    expect(isInTime, `${kind} of ${wave}`).toBe(true)
  }
  for (const [key, number] of times) expect(number).toBeLessThanOrEqual(key.includes('reminder') ? 2 : 1)
  for (const [wave, { units }] of waves) {
    expect(units.length).toBeGreaterThan(0)
    const invited = mails.filter((mail) => mail.wave === wave && mail.kind === 'invitation')
    expect(invited.length).toBe(41)
  }
})

/** What the rhythm means to open in the year. */
function plannedIn(rhythm: Rhythm): PlannedWave[] {
  return nextWaves(rhythm, begin, 100).filter(({ opensAt }) => opensAt <= end)
}

/** Goes through every moment of the year at which something is due, as far as a server runs, and lets life go on in between. */
async function liveTheYear(): Promise<void> {
  await jobs.at(begin.toISOString())
  let month = 0
  for (const [step, moment] of moments().entries()) {
    jobs.running.clock.now = moment
    const changed = Math.floor(((moment.getTime() - begin.getTime()) / (365 * 24 * hour)) * 12)
    if (changed > month) {
      month = changed
      await reorganise(month)
    }
    if (moment.toISOString() === killedAt) await killAtClose()
    await (step % 5 === 0 ? Promise.all([workOnce(jobs.parts), workOnce(jobs.parts)]) : workOnce(jobs.parts))
    await send(moment)
  }
}

function moments(): Date[] {
  const due = Object.values(rhythms)
    .flatMap(plannedIn)
    .flatMap(({ opensAt, remindAt, closesAt }) => [opensAt, ...remindAt, closesAt])
    .map((moment) => outages.find(({ from, to }) => moment >= from && moment < to)?.to ?? moment)
    .map((moment) => moment.getTime())
  return [...new Set(due)].sort((one, other) => one - other).map((moment) => new Date(moment))
}

async function reorganise(month: number): Promise<void> {
  const { units, people } = yearCompany(month)
  const files = { units: [Buffer.from(units)], people: [Buffer.from(people)] }
  const { database, organisation, clock } = jobs.running
  const imported = await importOrganisation(database.office, organisation, files, clock.now)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error.faults))
}

/** The process that closes is ended in the middle of it, as by a power cut. */
async function killAtClose(): Promise<void> {
  const { databaseUrl, vaultFolder, clock } = jobs.running
  const args = [databaseUrl, vaultFolder, clock.now.toISOString(), 'traces deleted']
  const process = fork(child, args, { execArgv: ['--import', import.meta.resolve('tsx')] })
  expect(await once(process, 'message')).toEqual(['traces deleted', undefined])
  process.kill('SIGKILL')
  await once(process, 'close')
}

/** A mail server that takes everything at once. */
async function send(at: Date): Promise<void> {
  const rows = await owner<{ wave: string; kind: string; person: string }>(
    'DELETE FROM outgoing_mail RETURNING wave, kind, person',
  )
  mails.push(...rows.map((row) => ({ ...row, at })))
}

async function owner<T extends Record<string, unknown>>(statement: string): Promise<T[]> {
  return onServer(jobs.running.databaseUrl, async (client) => (await client.query<T>(statement)).rows)
}
