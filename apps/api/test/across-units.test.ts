import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  const { wave, items } = await openWaveOverHttp(running, hr)
  for (const [team, people] of [
    ['red', 8],
    ['blue', 7],
    ['green', 6],
  ] as const)
    for (let number = 1; number <= people; number++) {
      const answers = Object.fromEntries(items.map((item) => [item, 3 + (number % 3)]))
      expect(await answerOverHttp(running, wave, `${team}${number}@test.example`, answers)).toBe(200)
    }
  for (const step of ['close', 'publish'])
    await running.app.inject({ method: 'POST', url: `/api/waves/${wave}/${step}`, headers: { cookie: hr } })
})

afterAll(() => running.stop())

const get = async (url: string, email: string) =>
  running.app.inject({ url, headers: { cookie: await running.signIn(email) } })
const everything = ['/api/reports/heatmap', '/api/reports/map', '/api/reports/overview']

test('an employee sees none of it, a manager nothing about the whole organisation', async () => {
  for (const url of everything)
    expect((await get(url, 'blue2@test.example')).json(), url).toMatchObject({ code: 'not-allowed' })
  expect((await get('/api/reports/overview', 'top1@test.example')).json()).toMatchObject({
    code: 'not-allowed',
  })
})

test('the manager of one team sees that team and no trace of another', async () => {
  for (const url of [
    '/api/reports/heatmap',
    '/api/reports/heatmap?order=certainty',
    '/api/reports/heatmap?page=1',
    '/api/reports/map',
  ]) {
    const answer = await get(url, 'red1@test.example')
    expect(answer.statusCode, url).toBe(200)
    expect(answer.body, url).not.toMatch(/blue|green|tiny|top/i)
  }
  const { rows, units } = (await get('/api/reports/heatmap', 'red1@test.example')).json()
  expect(units).toBe(1)
  expect(rows.map((row: { unit: { id: string } }) => row.unit.id)).toEqual(['red'])
})

test('HR sees all units, each number as the release has it', async () => {
  const { rows, scales } = (await get('/api/reports/heatmap', 'top2@test.example')).json()
  const [header] = await listReleases(running.database.reporter, running.organisation)
  if (!header) throw new Error('no release')
  const { cells } = await readReleasedWave(running.database.reporter, header)
  expect(rows).toHaveLength(header.units.length)
  let shown = 0
  for (const row of rows)
    row.cells.forEach((figures: { status: string; mean?: unknown; n?: unknown }, at: number) => {
      const cell = cells.find(({ unit }) => unit === row.unit.id)
      const released = cell?.measures.find(({ type, id }) => type === 'scale' && id === scales[at].id)
      expect(figures.status, row.unit.id).toBe(released?.status)
      if (figures.status !== 'published') return
      shown++
      expect(figures).toMatchObject({ n: released?.n, mean: released?.mean, interval: released?.interval })
    })
  expect(shown).toBeGreaterThan(3)
})

test('the overview names what is not shown, and tells no number of it', async () => {
  const overview = (await get('/api/reports/overview', 'top2@test.example')).json()
  expect(overview.waves).toMatchObject([{ label: 'A wave', invited: 26 }])
  expect(overview.shifts).toMatchObject({ found: [], comparisons: { made: 0 } })
  const hidden = overview.withoutResult.flatMap((group: { units: { id: string }[] }) => group.units)
  expect(hidden).toContainEqual({ id: 'tiny', name: 'Tiny', lastShown: null })
  expect(overview.cuts).toEqual([])
  expect(overview.others.map(({ type }: { type: string }) => type)).toContain('outcome')
})

test('who read what is in the audit trail', async () => {
  const { events } = (await get('/api/audit-trail', 'top2@test.example')).json()
  const subjects = events
    .filter(({ action }: { action: string }) => action === 'report read')
    .map(({ subject }: { subject: string }) => subject)
  for (const subject of ['heatmap, A wave', 'climate map, A wave', 'overview of the organisation, A wave'])
    expect(subjects).toContain(subject)
})
