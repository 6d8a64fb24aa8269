import { readFile } from 'node:fs/promises'
import type { UnitReport } from '@chorus/contracts/report'
import type { HistoryMoment } from '@chorus/db/stores/imported-waves'
import { findProgramme } from '@chorus/db/stores/programmes'
import { listReleases } from '@chorus/db/stores/releases'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { prepareHistory } from '../src/history/prepare-history.ts'
import { writeHistory } from '../src/history/write-history.ts'
import { historyFiles, markedAnswer } from './support/history-files.ts'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { upload } from './support/upload.ts'

let running: RunningApp
let hr: string
let programme: string

beforeEach(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  programme = (await post('/api/programmes', { name: 'Pulse' })).json().id
})

afterEach(() => running.stop())

const get = async (url: string) => (await running.app.inject({ url, headers: { cookie: hr } })).json()
const post = (url: string, payload: object = {}) =>
  running.app.inject({ method: 'POST', url, headers: { cookie: hr }, payload })
const importing = (files: Record<string, string>, path = 'history') =>
  upload(running, { url: `/api/programmes/${programme}/${path}`, cookie: hr }, files)
const report = (unit: string): Promise<UnitReport> => get(`/api/reports/units/${unit}`)
const releases = () => listReleases(running.database.closer, running.organisation, programme)

async function playWave(): Promise<void> {
  const { wave, items } = await openWaveOverHttp(running, hr, programme)
  const people = ['red', 'blue'].flatMap((unit) => [1, 2, 3, 4, 5, 6, 7].map((number) => `${unit}${number}`))
  for (const person of people) {
    const answers = Object.fromEntries(items.map((item) => [item, 5]))
    expect(await answerOverHttp(running, wave, `${person}@test.example`, answers)).toBe(200)
  }
  for (const step of ['close', 'publish'])
    expect((await post(`/api/waves/${wave}/${step}`)).statusCode, step).toBe(200)
}

async function everythingInTheDatabase(): Promise<string> {
  return onServer(running.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const texts: string[] = []
    for (const { name } of rows) {
      const found = await owner.query(`SELECT t::text AS row FROM ${owner.escapeIdentifier(name)} AS t`)
      texts.push(...found.rows.map(({ row }) => row))
    }
    return texts.join('\n')
  })
}

test('a preview says what would be released, and writes nothing', async () => {
  const before = await everythingInTheDatabase()
  const answer = await importing(historyFiles([2024, 2025]), 'history/preview')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json()).toMatchObject({
    waves: [
      { label: 'Spring 2024', closed: '2024-03-31', shown: 4, protected: 2 },
      { label: 'Spring 2025', closed: '2025-03-31' },
    ],
    units: { inFile: 6, today: 5, gone: [{ id: 'closed-down', name: 'A team of then' }] },
    scales: [
      { id: 'psychological-safety', trend: 'continues' },
      { id: 'belonging', trend: 'continues' },
    ],
  })
  expect(await everythingInTheDatabase()).toBe(before)
})

test('imported waves are in the trends and marked there, and their answers are nowhere', async () => {
  expect((await importing(historyFiles([2024, 2025]))).statusCode).toBe(200)
  const top = await report('top')
  expect(top.waves.map(({ label, imported }) => [label, imported])).toEqual([
    ['Spring 2024', true],
    ['Spring 2025', true],
  ])
  expect(top.scales[0]?.points.map(({ status }) => status)).toEqual(['published', 'published'])
  expect((await report('tiny')).scales[0]?.points.map(({ status }) => status)).toEqual([
    'protected',
    'protected',
  ])
  const dump = await everythingInTheDatabase()
  expect(dump).toContain('Spring 2025')
  for (const mark of [markedAnswer, 'marked-wave']) expect(dump).not.toContain(mark)

  const listed = await get('/api/programmes')
  expect(listed.programmes[0].imported.map(({ label }: { label: string }) => label)).toEqual([
    'Spring 2025',
    'Spring 2024',
  ])
  const { events } = await get('/api/audit-trail')
  const noted = events.find(({ action }: { action: string }) => action === 'history imported')
  expect(noted).toMatchObject({
    actor: 'Person top2',
    subject: 'Pulse: "Spring 2024", "Spring 2025"',
  })
  const csv = await running.app.inject({
    url: `/api/reports/summary.csv?programme=${programme}`,
    headers: { cookie: hr },
  })
  const rows = csv.body.trim().split('\n').slice(1)
  expect(rows.filter((row) => !row.includes('imported from another tool'))).toEqual([])
})

test('an own wave goes on from the imported ones: its number, its change, and the audit with who was behind them', async () => {
  await importing(historyFiles([2024, 2025]))
  await playWave()
  const [, , own] = await releases()
  expect(own).toMatchObject({ number: 3, source: 'own', summary: { audit: { findings: 0 } } })
  expect(own?.summary.audit?.earlierWaves).toBeGreaterThan(0)
  const { waves, scales } = await report('red')
  expect(waves.map(({ imported }) => imported)).toEqual([true, true, false])
  expect(scales[0]?.points[2]).toMatchObject({ status: 'published', startsAnew: false })
  expect(scales[0]?.points[2]).toHaveProperty('change.verdict')
})

test('waves that come in before an own one are audited with it, and get numbers before its own', async () => {
  await playWave()
  const imported = await importing(historyFiles([2024, 2025]))
  expect(imported.statusCode, imported.body).toBe(200)
  const headers = await releases()
  expect(headers.map(({ number, source }) => [number, source])).toEqual([
    [-1, 'imported'],
    [0, 'imported'],
    [1, 'own'],
  ])
  expect(headers.map(({ summary }) => summary.audit?.earlierWaves)).toEqual([1, 2, 0])
})

test('further years may come before those that are there; the same again, or years among them, may not', async () => {
  expect((await importing(historyFiles([2022, 2024]))).statusCode).toBe(200)
  const again = await importing(historyFiles([2022, 2024]))
  expect(again.json()).toMatchObject({ code: 'files-have-faults', faultsInAll: 2 })
  expect(again.json().faults[0]).toMatchObject({ file: 'waves.csv', line: 2, code: 'label-exists' })
  expect((await importing(historyFiles([2023]))).json().code).toBe('history-among-waves')
  expect((await importing(historyFiles([2021]))).statusCode).toBe(200)
  expect((await importing(historyFiles([2025]))).statusCode).toBe(200)
  expect((await releases()).map(({ number, label }) => [number, label])).toEqual([
    [0, 'Spring 2021'],
    [1, 'Spring 2022'],
    [2, 'Spring 2024'],
    [3, 'Spring 2025'],
  ])
})

test('while a wave is open nothing is imported, and waves after it never are', async () => {
  const { wave } = await openWaveOverHttp(running, hr, programme)
  expect((await importing(historyFiles([2024]))).json().code).toBe('wave-already-open')
  for (const step of ['close', 'publish']) await post(`/api/waves/${wave}/${step}`)
  running.clock.now = new Date('2027-06-01T09:00:00Z')
  hr = await running.signIn('top2@test.example')
  const late = await importing(historyFiles([2027]))
  expect(late.json().faults).toMatchObject([{ file: 'waves.csv', line: 2, code: 'not-before-own-wave' }])
})

async function prepared(years: readonly number[]) {
  const row = await findProgramme(running.database.office, running.organisation, programme)
  if (!row) throw new Error('no programme')
  const contents = historyFiles(years)
  const file = (name: keyof typeof contents) => ({ name, open: () => [Buffer.from(contents[name])] })
  const files = { waves: file('waves'), units: file('units'), responses: file('responses') }
  const history = await prepareHistory(running.database, row, files, { now: running.clock.now })
  if (!history.ok) throw new Error(history.error.code)
  return (moment?: (at: HistoryMoment) => Promise<void>) =>
    writeHistory(running.database, row, history.value, { actor: 'test', at: running.clock.now }, moment)
}

test.each<HistoryMoment>(['first wave written', 'all waves written'])(
  'a crash at "%s" leaves nothing behind',
  async (moment) => {
    const before = await everythingInTheDatabase()
    const write = await prepared([2024, 2025])
    const crash = write(async (at) => {
      if (at === moment) throw new Error('the power went out')
    })
    await expect(crash).rejects.toThrow('the power went out')
    expect(await everythingInTheDatabase()).toBe(before)
  },
)

test('of two imports at once one is written, and the other was not audited with it and is refused', async () => {
  const [one, other] = [await prepared([2024]), await prepared([2025])]
  expect(await one()).toEqual({ ok: true, value: undefined })
  expect(await other()).toEqual({ ok: false, error: { code: 'programme-changed' } })
  expect((await releases()).map(({ label }) => label)).toEqual(['Spring 2024'])
})

test('the samples that the page offers are such files', async () => {
  const sample = (name: string) =>
    readFile(new URL(`../../web/public/samples/${name}.csv`, import.meta.url), 'utf8')
  const files = {
    waves: await sample('history-waves'),
    units: await sample('units'),
    responses: await sample('history-responses'),
  }
  const answer = await importing(files, 'history/preview')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json().scales.map(({ trend }: { trend: string }) => trend)).toEqual([
    'continues',
    'continues',
  ])
})

test('whoever waits is told how far it is, and going away stops it: nothing is written', async () => {
  await running.app.listen({ port: 0 })
  const address = running.app.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const form = new FormData()
  const years = Array.from({ length: 12 }, (_, i) => 2012 + i)
  for (const [name, content] of Object.entries(historyFiles(years)))
    form.append(name, new Blob([content]), name)
  const path = `/api/programmes/${programme}/history`
  const leaving = new AbortController()
  const asking = fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { cookie: hr },
    body: form,
    signal: leaving.signal,
  }).then(
    () => 'answered',
    () => 'left',
  )
  const waves = async () => (await get(`${path}/progress`)).waves
  await expect.poll(async () => (await waves())?.done ?? 0, { interval: 5 }).toBeGreaterThan(0)
  expect(await waves()).toMatchObject({ of: 12 })
  leaving.abort()
  expect(await asking).toBe('left')
  await expect.poll(waves).toBeNull()
  expect(await releases()).toEqual([])
})

test('every fault of every file is listed with its place, and nothing is written', async () => {
  const files = historyFiles([2024])
  const before = await everythingInTheDatabase()
  const answer = await importing({
    ...files,
    responses: `${files.responses}\nelsewhere,red`,
    waves: `${files.waves}\nghost,2025-02-30,Ghost`,
  })
  expect(answer.json()).toMatchObject({
    code: 'files-have-faults',
    faults: [{ code: 'malformed-date', line: 3 }],
  })
  const unasked = await importing({ ...files, waves: `${files.waves}\nghost,2025-02-20,Ghost` })
  expect(unasked.json().faults).toMatchObject([{ file: 'waves.csv', line: 3, code: 'wave-without-answers' }])
  expect((await importing({ units: files.units })).json().code).toBe('malformed-request')
  expect(await everythingInTheDatabase()).toBe(before)
})

test('other questions are kept as they were asked and break the trend; a questionnaire without a scale of ours is refused', async () => {
  const files = historyFiles([2024])
  const item = (id: string) => ({ id, text: { en: `Another wording of ${id}` } })
  const [header = ''] = files.responses.split('\n')
  const scale = (id: string) => ({
    id,
    name: id,
    role: 'core',
    items: header.split(',').slice(2).map(item),
  })
  const instrument = (id: string) => JSON.stringify({ id: 'other', name: 'Other', scales: [scale(id)] })
  const unknown = await importing({ ...files, instrument: instrument('grit') })
  expect(unknown.json().code).toBe('history-asks-otherwise')
  const other = await importing({ ...files, instrument: instrument('psychological-safety') })
  expect(other.json().scales).toMatchObject([{ id: 'psychological-safety', trend: 'questions changed' }])
  await playWave()
  const { scales } = await report('red')
  expect(scales.find(({ id }) => id === 'psychological-safety')?.points[1]).toMatchObject({
    startsAnew: true,
    change: null,
  })
  expect(scales.find(({ id }) => id === 'belonging')?.points.map(({ status }) => status)).toEqual([
    'not asked',
    'published',
  ])
})
