import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningJobs, runJobs } from './support/running-jobs.ts'

let jobs: RunningJobs

beforeEach(async () => {
  jobs = await runJobs()
})

afterEach(() => jobs.stop())

const people = 26

test('a wave opens, invites, reminds, closes and is published at its times, each once, and the next one follows', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at('2026-03-08T12:00:00Z')
  await jobs.at('2026-03-09T07:59:00Z')
  expect(await jobs.waves(id)).toEqual([])

  await jobs.at('2026-03-09T08:00:00Z')
  await jobs.at('2026-03-09T08:01:00Z')
  const [wave] = await jobs.waves(id)
  expect(wave).toMatchObject({
    label: '2026-03-09',
    stage: 'open',
    closesAt: new Date('2026-03-13T16:00:00Z'),
  })
  const key = wave?.id ?? ''
  const invited = { kind: 'invitation', round: 1, people }
  expect((await jobs.mailsOf(key)).mailings).toEqual([invited])
  await send()

  await jobs.at('2026-03-11T08:00:00Z')
  await jobs.at('2026-03-11T08:01:00Z')
  const first = { kind: 'reminder', round: 1, people }
  expect((await jobs.mailsOf(key)).mailings).toEqual([invited, first])
  await send()
  await jobs.at('2026-03-12T08:00:00Z')
  expect((await jobs.mailsOf(key)).mailings).toEqual([invited, first, { ...first, round: 2 }])

  await jobs.at('2026-03-13T15:59:00Z')
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['open'])
  await jobs.at('2026-03-13T16:00:00Z')
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['published'])
  expect(await jobs.running.vault.list()).toEqual([])

  await jobs.at('2026-03-16T08:00:00Z')
  expect((await jobs.waves(id)).map(({ label, stage }) => [label, stage])).toEqual([
    ['2026-03-09', 'published'],
    ['2026-03-16', 'open'],
  ])
  expect(await jobs.account()).toEqual(['2026-03-09 opened', '2026-03-16 opened'])
  expect(jobs.running.reported).toEqual([])
})

/** What waits is sent: the next reminder is not ordered before. */
async function send() {
  await jobs.running.database.mailer.execute('DELETE FROM outgoing_mail')
}
