import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromBase64url } from '@chorus/ballot/base64url'
import { isCounted, verifyClosedCohort } from '@chorus/ballot/closed-list'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import type { ClosedCohort } from '@chorus/contracts/collect'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type CloseMoment, finishCloses, sealWave } from '../src/stages/seal/seal-wave.ts'
import {
  type Answers,
  bodyOf,
  collectBallots,
  deviceOf,
  type FrozenWave,
  openWaveFor,
  type Sendable,
  send,
} from './support/ballot-device.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

const child = fileURLToPath(new URL('./support/close-child.ts', import.meta.url))
const moments: readonly CloseMoment[] = [
  'urn read',
  'answers written',
  'traces deleted',
  'committed',
  'tables rewritten',
  'keys destroyed',
]
const people = ['red1', 'red2', 'red3', 'blue1', 'blue2', 'green1', 'top1']
/** Everybody writes something on it, and nothing on the others. */
const commented = 'psychological-safety'

let running: RunningApp
let frozen: FrozenWave
let sent: { sendable: Sendable; answers: Answers }[]

beforeEach(async () => {
  running = await runApp(companyWithSites())
  frozen = await openWaveFor(running, await running.signIn('top2@test.example'), {
    cuts: ['site'],
    comments: true,
  })
  sent = []
  for (const [index, name] of people.entries()) {
    const answers = Object.fromEntries(frozen.items.map((item, at) => [item, ((index + at) % 7) + 1]))
    const device = await deviceOf(running, frozen, `${name}@test.example`)
    for (const sendable of await collectBallots(running, frozen, device)) {
      const body = bodyOf(frozen, sendable, answers, { [commented]: { text: `by ${name}` } })
      expect((await send(running, frozen, body)).statusCode).toBe(200)
      sent.push({ sendable, answers })
    }
  }
})

afterEach(() => running.stop())

/** Sites across the teams; the two of "Attic" are too few even together with nobody else. */
function companyWithSites() {
  const { units, people } = smallCompany()
  const site = (row: string) => (/^(red|top)/.test(row) ? 'North' : /^tiny/.test(row) ? 'Attic' : 'South')
  const [header = '', ...rows] = people.split('\n')
  return { units, people: [`${header},cut:site`, ...rows.map((row) => `${row},${site(row)}`)].join('\n') }
}

const key = () => ({ organisation: running.organisation, wave: frozen.wave })
const close = (at?: (moment: CloseMoment) => Promise<void>) => sealWave(running, key(), new Date(), at)

test.each(moments)(
  'a crash at "%s": the close is run again, and nothing is lost or doubled',
  async (moment) => {
    const crash = close(async (at) => {
      if (at === moment) throw new Error('the power went out')
    })
    await expect(crash).rejects.toThrow('the power went out')
    expect(await close()).toEqual({ ok: true, value: undefined })
    await expectEverythingOnce()
  },
)

test.each(moments.filter((moment) => moment !== 'keys destroyed'))(
  'kill -9 at "%s": what the process left is taken up by the next one',
  async (moment) => {
    const { organisation, wave } = key()
    const args = [running.databaseUrl, running.vaultFolder, organisation, wave, moment]
    const process = fork(child, args, { execArgv: ['--import', import.meta.resolve('tsx')] })
    expect(await once(process, 'message')).toEqual([moment, undefined])
    process.kill('SIGKILL')
    await once(process, 'close')
    // Before the commit the wave is open as if nothing had happened; after it the next start does what is left.
    await finishCloses(running, new Date())
    if (['urn read', 'answers written', 'traces deleted'].includes(moment)) await close()
    await expectEverythingOnce()
  },
)

test('closing twice at once is closing once', async () => {
  await Promise.all([close(), close()])
  await expectEverythingOnce()
})

test('boxes that nobody has a ballot for, put there by whoever can write to the database, are dropped and counted', async () => {
  const { organisation, wave } = key()
  const [cohort] = frozen.manifest.cohorts
  await owner(
    `INSERT INTO urn SELECT organisation, wave, sha256('made up'), cohort, mac, box FROM urn LIMIT 1`,
  )
  await owner(`INSERT INTO urn VALUES ('${organisation}', '${wave}', '\\x01', '${cohort?.id}', '\\x', '\\x')`)
  const hr = { cookie: await running.signIn('top2@test.example') }
  await running.app.inject({ method: 'POST', url: `/api/waves/${wave}/close`, headers: hr })
  expect(await owner('SELECT unbacked FROM wave')).toEqual([{ unbacked: 2 }])
  await expectEverythingOnce()
  const trail = (await running.app.inject({ url: '/api/audit-trail', headers: hr })).json()
  expect(trail.events[0].subject).toBe('A wave; 2 boxes without a valid ballot were dropped')
})

test('a box that is moved to another group is dropped, and its receipt is missing from the list', async () => {
  const [first, second] = frozen.manifest.cohorts.filter(({ dimension }) => dimension === 'unit')
  const moved = `(SELECT nf FROM urn WHERE cohort = '${first?.id}' LIMIT 1)`
  await owner(`UPDATE urn SET cohort = '${second?.id}' WHERE nf = ${moved}`)
  await close()
  expect(await owner('SELECT unbacked FROM wave')).toEqual([{ unbacked: 1 }])
  const kept =
    'SELECT (SELECT count(*) FROM sealed_response)::int + (SELECT count(*) FROM sealed_comment)::int AS count'
  expect(await owner(kept)).toEqual([{ count: 2 * people.length - 1 }])
})

test('while another wave has boxes the urn is not emptied of them', async () => {
  await owner(
    `INSERT INTO urn SELECT gen_random_uuid(), gen_random_uuid(), nf, cohort, mac, box FROM urn LIMIT 3`,
  )
  await close()
  expect(await owner('SELECT count(*)::int FROM urn')).toEqual([{ count: 3 }])
})

test('without its keys a wave is not closed: nothing is thrown away, and it closes when they are back', async () => {
  const file = join(running.vaultFolder, `${frozen.wave}.keys`)
  await rename(file, `${file}.lost`)
  await expect(close()).rejects.toThrow('chorus vault restore')
  expect(await owner('SELECT stage FROM wave')).toEqual([{ stage: 'open' }])
  await rename(`${file}.lost`, file)
  await close()
  await expectEverythingOnce()
})

test('no stored row joins a team with a site: a cut is counters alone, and they are exact', async () => {
  await close()
  const columns = await owner<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('cut_count', 'cut_complete')`,
  )
  expect(new Set(columns.map(({ name }) => name))).toEqual(
    new Set(['organisation', 'wave', 'cohort', 'measure', 'distance', 'count', 'block', 'people']),
  )
  const kept = await owner<{ label: string }>(
    `SELECT DISTINCT label FROM sealed_response s JOIN cohort c ON c.id = s.cohort`,
  )
  for (const { label } of kept) expect(['North', 'South']).not.toContain(label)
  const complete = await owner(
    `SELECT label, min(people)::int AS least, max(people)::int AS most FROM cut_complete JOIN cohort ON id = cut_complete.cohort GROUP BY label ORDER BY label`,
  )
  expect(complete).toEqual([
    { label: 'North', least: 4, most: 4 },
    { label: 'South', least: 3, most: 3 },
  ])
})

/** Every answer that was accepted is stored once and in its list, and all that collecting left is gone. */
async function expectEverythingOnce() {
  const inUnits = sent.filter(({ sendable }) => sendable.dimension === 'unit')
  const rows = await owner<{ cohort: string; answers: Answers }>(
    'SELECT cohort, answers FROM sealed_response',
  )
  const written = (cohort: string, answers: Answers) =>
    JSON.stringify([cohort, ...frozen.items.map((item) => answers[item] ?? null)])
  expect(rows.map(({ cohort, answers }) => written(cohort, answers)).sort()).toEqual(
    inUnits.map(({ sendable, answers }) => written(sendable.cohort, answers)).sort(),
  )
  const scales = frozen.manifest.scales.filter(({ role }) => role !== 'outcome')
  const inCuts = sent.filter(({ sendable }) => sendable.dimension === 'site')
  expect(await owner('SELECT sum(count)::int AS answers FROM cut_count')).toEqual([
    { answers: inCuts.length * (frozen.items.length + scales.length) },
  ])
  expect(await owner('SELECT scale, text FROM sealed_comment ORDER BY text')).toEqual(
    people
      .map((name) => ({ scale: commented, text: `by ${name}` }))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  )
  const pkR = fromBase64url(frozen.manifest.pkR)
  let listed = 0
  for (const cohort of frozen.manifest.cohorts) {
    const url = `/w/${frozen.wave}/closed/${cohort.id}`
    const closed: ClosedCohort = (await running.app.inject({ url })).json()
    const list = {
      ...closed,
      leaves: closed.leaves.map(fromBase64url),
      root: fromBase64url(closed.root),
      sig: fromBase64url(closed.sig),
    }
    expect(verifyClosedCohort(list, { wave: frozen.wave, pkR }).ok).toBe(true)
    for (const { sendable } of sent.filter((one) => one.sendable.cohort === cohort.id))
      expect(isCounted(list, leafOf(nullifierOf(cohort.id, sendable.ballot.input)))).toBe(true)
    listed += list.count
  }
  expect(listed).toBe(sent.length)
  for (const table of ['urn', 'roster', 'participation_page'])
    expect(await owner(`SELECT count(*)::int FROM ${table}`), table).toEqual([{ count: 0 }])
  expect(await running.vault.list()).toEqual([])
  await expect(readFile(join(running.vaultFolder, `${frozen.wave}.keys`))).rejects.toThrow('ENOENT')
}

/** As the login of the database, which may do everything. */
async function owner<T extends Record<string, unknown>>(statement: string): Promise<T[]> {
  return onServer(running.databaseUrl, async (client) => (await client.query<T>(statement)).rows)
}
