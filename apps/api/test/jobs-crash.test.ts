import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { present } from '@chorus/basics/assert'
import { addChannel } from '@chorus/db/stores/channels'
import { findWave, type WaveRow } from '@chorus/db/stores/waves'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { startWorker, workOnce } from '../src/jobs/worker.ts'
import { publishRelease } from '../src/stages/publish/publish-release.ts'
import { tellOfResults } from '../src/stages/publish/tell-of-results.ts'
import { sealWave } from '../src/stages/seal/seal-wave.ts'
import { type RunningJobs, runJobs } from './support/running-jobs.ts'

const child = fileURLToPath(new URL('./support/close-job-child.ts', import.meta.url))
const people = 26
const begin = '2026-03-08T12:00:00Z'
const monday = '2026-03-09T08:00:00Z'
const friday = '2026-03-13T16:00:00Z'

let jobs: RunningJobs

beforeEach(async () => {
  jobs = await runJobs()
})

afterEach(() => jobs.stop())

test('several workers at once, at every step: nothing is doubled', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  const other = await jobs.startProgramme('Another')
  for (const moment of [begin, monday, '2026-03-11T08:00:00Z', friday, '2026-03-16T08:00:00Z']) {
    jobs.running.clock.now = new Date(moment)
    await Promise.all([workOnce(jobs.parts), workOnce(jobs.parts), workOnce(jobs.parts)])
    await jobs.send()
  }
  for (const programme of [id, other.id]) {
    expect((await jobs.waves(programme)).map(({ label, stage }) => [label, stage])).toEqual([
      ['2026-03-09', 'published'],
      ['2026-03-16', 'open'],
    ])
    for (const wave of await jobs.waves(programme))
      expect((await jobs.mailsOf(wave.id)).mailings).toEqual([
        { kind: 'invitation', round: 1, people, dropped: 0 },
        ...(wave.stage === 'published'
          ? [
              { kind: 'reminder', round: 1, people, dropped: 0 },
              { kind: 'results', round: 1, people, dropped: 0 },
            ]
          : []),
      ])
  }
  expect(await jobs.running.database.office.execute('SELECT FROM wave_job')).toMatchObject({ rowCount: 0 })
  expect(jobs.running.reported).toEqual([])
})

test.each(['urn read', 'committed', 'tables rewritten', 'keys destroyed', 'published'])(
  'kill -9 of the worker at "%s" of a close: another worker takes it up at once, and tells of it once, in channels and by mail',
  async (moment) => {
    const { id } = await jobs.startProgramme('Pulse')
    await listenForResults()
    await jobs.at(begin)
    await jobs.at(monday)
    const { databaseUrl, vaultFolder } = jobs.running
    const process = fork(child, [databaseUrl, vaultFolder, friday, moment], {
      execArgv: ['--import', import.meta.resolve('tsx')],
    })
    expect(await once(process, 'message')).toEqual([moment, undefined])
    process.kill('SIGKILL')
    await once(process, 'close')
    expect(await resultsTold()).toEqual({ channels: 0, mailings: 0 })
    await jobs.at('2026-03-13T16:01:00Z')
    expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['published'])
    expect(await jobs.running.vault.list()).toEqual([])
    const told = await onServer(databaseUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT action FROM audit_event WHERE action NOT IN ('invitations sent', 'results mailed')`,
      )
      return rows.map(({ action }) => action).sort()
    })
    expect(told).toEqual(['wave closed', 'wave opened', 'wave published'])
    expect(await resultsTold()).toEqual({ channels: 1, mailings: 1 })
  },
)

test.each([
  ['ended', async () => 'neither told anybody nor came to it'],
  ['was about to tell', tell],
])('whoever published by hand %s: it is told once', async (_name, whatElse) => {
  const { id } = await jobs.startProgramme('Pulse')
  await listenForResults()
  await jobs.at(begin)
  await jobs.at(monday)
  const [wave] = await jobs.waves(id)
  const { database, organisation, vault } = jobs.running
  const key = { organisation, wave: wave?.id ?? '' }
  const now = new Date(friday)
  jobs.running.clock.now = now
  await sealWave({ database, vault }, key, now)
  const sealed = present(await findWave(database.office, organisation, key.wave), 'the sealed wave')
  expect(await publishRelease(database, sealed, { tellFrom: now })).toMatchObject({ ok: true })
  expect(await resultsTold()).toEqual({ channels: 0, mailings: 0 })
  const published = present(await findWave(database.office, organisation, key.wave), 'the published wave')
  await Promise.all([whatElse(published), workOnce(jobs.parts), workOnce(jobs.parts)])
  await workOnce(jobs.parts)
  expect(await resultsTold()).toEqual({ channels: 1, mailings: 1 })
  expect(await database.office.execute('SELECT FROM wave_job')).toMatchObject({ rowCount: 0 })
})

function tell(wave: WaveRow): Promise<void> {
  const { database, marks } = jobs.parts
  return tellOfResults({ database, marks }, wave, 'Somebody', new Date(friday))
}

async function listenForResults(): Promise<void> {
  await addChannel(jobs.running.database.office, {
    organisation: jobs.running.organisation,
    kind: 'slack',
    name: 'All',
    host: 'chat.example',
    language: 'en',
    events: ['results-out'],
    locked: Buffer.of(0),
  })
}

async function resultsTold(): Promise<{ channels: number; mailings: number }> {
  return onServer(jobs.running.databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM channel_post) AS channels,
         (SELECT count(*)::int FROM mailing WHERE kind = 'results') AS mailings`,
    )
    return rows[0]
  })
}

test('a worker that is started looks by itself, and ends when it is told to', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  jobs.running.clock.now = new Date(monday)
  const worker = await startWorker(jobs.parts)
  try {
    await expect
      .poll(async () => (await jobs.account()).join(), { timeout: 60_000 })
      .toBe('2026-03-09 opened')
  } finally {
    await worker.stop()
  }
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['open'])
  expect(jobs.running.reported).toEqual([])
})

test('the tables of the queue name waves and nobody, also after a query that had people in it failed', async () => {
  await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  await onServer(jobs.running.databaseUrl, (client) =>
    client.query('ALTER TABLE roster ADD CONSTRAINT refuses CHECK (slot < 0)'),
  )
  await jobs.at(monday)
  const kept = await onServer(jobs.running.databaseUrl, async (client) => {
    const { rows: people } = await client.query<{ id: string }>('SELECT id FROM person')
    const { rows } = await client.query(
      `SELECT row_to_json(jobs)::text AS row FROM graphile_worker._private_jobs AS jobs
       UNION ALL SELECT row_to_json(wave_job)::text FROM wave_job`,
    )
    return { people, text: rows.map(({ row }) => row).join('\n') }
  })
  expect(kept.text).toContain('"last_error":"internal"')
  expect(kept.text).toContain('"trouble":"internal"')
  for (const { id } of kept.people) expect(kept.text).not.toContain(id)
  expect(jobs.running.reported.join('\n')).toMatch(/^A job failed and will be tried again: open \(internal\)/)
  for (const { id } of kept.people) expect(jobs.running.reported.join('\n')).not.toContain(id)
})
