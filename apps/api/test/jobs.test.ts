import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { listProgrammes, setRhythm } from '@chorus/db/stores/programmes'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningJobs, runJobs, weekly } from './support/running-jobs.ts'

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
  const invited = { kind: 'invitation', round: 1, people, dropped: 0 }
  expect((await jobs.mailsOf(key)).mailings).toEqual([invited])
  await jobs.send()

  await jobs.at('2026-03-11T08:00:00Z')
  await jobs.at('2026-03-11T08:01:00Z')
  const first = { kind: 'reminder', round: 1, people, dropped: 0 }
  expect((await jobs.mailsOf(key)).mailings).toEqual([invited, first])
  await jobs.send()
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

const begin = '2026-03-08T12:00:00Z'
const monday = '2026-03-09T08:00:00Z'
const friday = '2026-03-13T16:00:00Z'

test('a server that comes back when half of the window is left opens late and closes as planned; later it leaves the wave out', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  await jobs.at('2026-03-11T12:00:00Z')
  const [late] = await jobs.waves(id)
  expect(late).toMatchObject({ stage: 'open', opensAt: new Date('2026-03-11T12:00:00Z') })
  expect(late?.closesAt).toEqual(new Date(friday))
  // The first reminder's time was over before anybody was invited.
  await jobs.send()
  await jobs.at('2026-03-11T12:01:00Z')
  expect((await jobs.mailsOf(late?.id ?? '')).mailings.map(({ kind }) => kind)).toEqual(['invitation'])
  await jobs.at(friday)

  await jobs.at('2026-03-18T13:00:00Z')
  expect(await jobs.account()).toEqual(['2026-03-09 opened', '2026-03-16 skipped server-away'])
  expect(await jobs.waves(id)).toHaveLength(1)
})

test('after weeks away every occurrence is accounted for once, and only the newest opens', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  await jobs.at('2026-04-06T09:00:00Z')
  expect(await jobs.account()).toEqual([
    '2026-03-09 skipped server-away',
    '2026-03-16 skipped server-away',
    '2026-03-23 skipped server-away',
    '2026-03-30 skipped server-away',
    '2026-04-06 opened',
  ])
  expect((await jobs.waves(id)).map(({ label }) => label)).toEqual(['2026-04-06'])
})

test('two reminders that were missed become one, and none is ordered after the close', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  await jobs.at(monday)
  const [wave] = await jobs.waves(id)
  await jobs.send()
  await jobs.at('2026-03-13T08:00:00Z')
  await jobs.send()
  await jobs.at('2026-03-13T08:01:00Z')
  const kinds = async () => (await jobs.mailsOf(wave?.id ?? '')).mailings.map(({ kind }) => kind)
  expect(await kinds()).toEqual(['invitation', 'reminder'])

  await jobs.at(friday)
  await jobs.at('2026-03-16T08:00:00Z')
  const next = (await jobs.waves(id))[1]
  await jobs.send()
  await jobs.at('2026-03-22T12:00:00Z')
  expect((await jobs.mailsOf(next?.id ?? '')).mailings.map(({ kind }) => kind)).toEqual([
    'invitation',
    'results',
  ])
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['published', 'published'])
})

test('a rhythm that is set up or changed owes nothing for the past, and a pause leaves nothing to account for', async () => {
  const { id, organisation } = await jobs.startProgramme('Pulse', { from: '2026-01-05' })
  const { office } = jobs.running.database
  await jobs.at(begin)
  expect(await jobs.account()).toEqual([])
  await setRhythm(office, organisation, id, { ...weekly, every: { unit: 'week', count: 1, weekday: 7 } })
  await jobs.at('2026-03-08T12:01:00Z')
  expect(await jobs.account()).toEqual([])
  await setRhythm(office, organisation, id, { ...weekly, paused: true })
  await jobs.at('2026-03-20T08:00:00Z')
  await setRhythm(office, organisation, id, weekly)
  await jobs.at('2026-03-20T08:01:00Z')
  await jobs.at('2026-03-23T08:00:00Z')
  expect(await jobs.account()).toEqual(['2026-03-23 opened'])
})

test('what goes wrong is kept in words, tried again when somebody asks, and forgotten when it went well', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await jobs.at(begin)
  await jobs.at(monday)
  const [wave] = await jobs.waves(id)
  const file = join(jobs.running.vaultFolder, `${wave?.id}.keys`)
  await rename(file, `${file}.lost`)
  await jobs.at(friday)
  const hr = { cookie: await jobs.running.signIn('top2@test.example') }
  const shown = async () => (await jobs.running.app.inject({ url: '/api/jobs', headers: hr })).json()
  const trouble = { kind: 'close', subject: wave?.id, label: '2026-03-09', code: 'keys-missing', tries: 1 }
  expect((await shown()).troubles).toMatchObject([trouble])
  // Another look at the clock does not end the pause after a failure.
  await jobs.at('2026-03-13T16:01:00Z')
  expect((await shown()).troubles).toMatchObject([trouble])

  await rename(`${file}.lost`, file)
  const again = (subject: string) =>
    jobs.running.app.inject({
      method: 'POST',
      url: '/api/jobs/again',
      headers: hr,
      payload: { kind: 'close', subject },
    })
  expect((await again(wave?.id ?? '')).statusCode).toBe(202)
  await jobs.at('2026-03-13T16:02:00Z')
  expect(await shown()).toMatchObject({ troubles: [], underWay: [] })
  expect((await shown()).account).toMatchObject([{ state: 'opened', stage: 'published' }])
  expect((await again(wave?.id ?? '')).json().code).toBe('unknown-job')
  const trail = (await jobs.running.app.inject({ url: '/api/audit-trail', headers: hr })).json()
  expect(trail.events.map(({ actor, action }: { actor: string; action: string }) => [actor, action])).toEqual(
    [
      ['Chorus', 'results mailed'],
      ['Chorus', 'wave published'],
      ['Chorus', 'wave closed'],
      ['Person top2', 'job tried again'],
      ['Chorus', 'invitations sent'],
      ['Chorus', 'wave opened'],
    ],
  )
})

test('an opening that is refused until half of its window is over is left out, with what refused it', async () => {
  const { id } = await jobs.startProgramme('Pulse')
  await onServer(jobs.running.databaseUrl, (client) =>
    client.query(`UPDATE programme SET policy = policy || '{"k": 50, "commentK": 50, "cutK": 50}'`),
  )
  await jobs.at(begin)
  await jobs.at(monday)
  expect(await jobs.account()).toEqual(['2026-03-09 due'])
  await jobs.at('2026-03-11T13:00:00Z')
  expect(await jobs.account()).toEqual(['2026-03-09 skipped too-few-people'])
  await jobs.at('2026-03-11T13:01:00Z')
  const { rows } = await jobs.running.database.office.execute('SELECT FROM wave_job')
  expect(rows).toEqual([])
  expect(await jobs.waves(id)).toEqual([])
})

test('a wave that somebody opened by hand closes at its time, and waits for a person to publish it', async () => {
  const hr = await jobs.running.signIn('top2@test.example')
  const { programme, wave } = await openWaveOverHttp(jobs.running, hr)
  await jobs.at('2026-03-15T12:00:00Z')
  expect((await jobs.waves(programme)).map(({ stage }) => stage)).toEqual(['sealed'])
  expect((await jobs.mailsOf(wave)).mailings).toEqual([])
})

test('a first wave that somebody opens by hand in a programme with a rhythm invites by itself, and is published', async () => {
  const { id } = await jobs.startProgramme('Pulse', { from: '2026-03-23' })
  const hr = await jobs.running.signIn('top2@test.example')
  const { wave } = await openWaveOverHttp(jobs.running, hr, id)
  await jobs.at(begin)
  await jobs.at('2026-03-11T08:00:00Z')
  expect((await jobs.mailsOf(wave)).mailings).toEqual([{ kind: 'invitation', round: 1, people, dropped: 0 }])
  await jobs.at('2026-03-15T12:00:00Z')
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['published'])
})

test('in several organisations each has its own waves, and a trouble of one holds up no other', async () => {
  const { database, vault } = jobs.running
  const empty = (await createOrganisation(database.office, 'Empty')).id
  const { id } = await jobs.startProgramme('Pulse')
  await onServer(jobs.running.databaseUrl, (client) =>
    client.query(
      `INSERT INTO programme (organisation, id, name, instrument, policy, rhythm)
       SELECT '${empty}', gen_random_uuid(), 'Theirs', instrument, policy, rhythm FROM programme`,
    ),
  )
  await jobs.at(begin)
  await jobs.at(monday)
  expect((await jobs.waves(id)).map(({ stage }) => stage)).toEqual(['open'])
  expect(await vault.list()).toHaveLength(1)
  const { rows } = await withinOrganisation(empty, () =>
    database.office.execute('SELECT organisation, trouble FROM wave_job'),
  )
  expect(rows).toEqual([{ organisation: empty, trouble: 'organisation-empty' }])
})

test('where nobody can tell who wants no mails, whoever left is erased on the day all the same', async () => {
  const { database, organisation } = jobs.running
  await writeMailSettings(database.office, organisation, { ...usualMailSettings, actions: true })
  await database.mailer.execute(
    `INSERT INTO no_reminders VALUES ('${organisation}', '\\x${'00'.repeat(64)}')`,
  )
  await database.office.execute(`UPDATE person SET erase_on = '2026-03-09' WHERE external_id = 'red4'`)
  await jobs.at('2026-03-10T09:00:00Z')
  const { rows } = await database.office.execute(`SELECT FROM person WHERE external_id = 'red4'`)
  expect(rows).toEqual([])
  expect(jobs.running.reported).toContain('A job failed and will be tried again: daily (keys-missing)')
})

test('a wave that the set-up opens at once invites, reminds at the distances of the rhythm and is published, like every other', async () => {
  const { app, database, organisation, signIn, clock } = jobs.running
  clock.now = new Date('2026-03-10T13:30:00Z')
  const cookie = await signIn('top2@test.example')
  const draft = {
    step: 'start',
    name: 'Pulse',
    instrument: 'chorus-climate-1',
    rhythm: weekly,
    rotation: { perWave: 1 },
    policy: { k: 5, commentK: 10, cutK: 10, cuts: [], crossings: [] },
  }
  const kept = { method: 'PUT', url: '/api/set-up', payload: { version: 0, draft } } as const
  const { version } = (await app.inject({ ...kept, headers: { cookie } })).json()
  const press = { method: 'POST', url: '/api/set-up/start', payload: { version, atOnce: true } } as const
  expect((await app.inject({ ...press, headers: { cookie } })).statusCode).toBe(201)
  const [programme] = await listProgrammes(database.office, organisation)
  const [wave] = await jobs.waves(programme?.id ?? '')
  const mails = async () => (await jobs.mailsOf(wave?.id ?? '')).mailings.map(({ kind }) => kind)

  await jobs.at('2026-03-10T13:31:00Z')
  await jobs.send()
  await jobs.at('2026-03-12T13:29:00Z')
  expect(await mails()).toEqual(['invitation'])
  await jobs.at('2026-03-12T13:30:00Z')
  await jobs.send()
  await jobs.at('2026-03-13T13:30:00Z')
  expect(await mails()).toEqual(['invitation', 'reminder', 'reminder'])
  await jobs.at('2026-03-14T16:00:00Z')
  await jobs.at('2026-03-16T08:00:00Z')
  expect(await jobs.account()).toEqual(['2026-03-10 opened', '2026-03-16 opened'])
  expect((await jobs.waves(programme?.id ?? '')).map(({ stage }) => stage)).toEqual(['published', 'open'])
})
