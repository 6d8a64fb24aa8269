import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string
let programme: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

/** Everybody of a team gives the same answer to every item; `safety` is what the reversed ones are turned from. */
async function playWave(levels: Record<string, [people: number, level: number]>): Promise<string> {
  const opened = await openWaveOverHttp(running, hr, programme)
  programme = opened.programme
  const { canonical } = (await running.app.inject({ url: `/w/${opened.wave}/manifest` })).json()
  const asked = JSON.parse(canonical).scales.flatMap(
    (scale: { items: { id: string; reversed: boolean }[] }) => scale.items,
  )
  for (const [team, [people, level]] of Object.entries(levels))
    for (let number = 1; number <= people; number++) {
      // Half a step apart on average: somebody of an odd number answers one lower.
      const own = number % 2 === 0 ? level : level - 1
      const answers = Object.fromEntries(
        asked.map((item: { id: string; reversed: boolean }) => [item.id, item.reversed ? 8 - own : own]),
      )
      expect(await answerOverHttp(running, opened.wave, `${team}${number}@test.example`, answers)).toBe(200)
    }
  return opened.wave
}

const post = (url: string) => running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
const get = (url: string, cookie: string) => running.app.inject({ url, headers: { cookie } })

test('a wave is answered, closed and published, and before that nobody sees any result', async () => {
  const wave = await playWave({ red: [8, 6], blue: [4, 5], green: [6, 4] })
  const manager = await running.signIn('top1@test.example')
  expect((await get('/api/reports/units/top', manager)).json().code).toBe('no-release-yet')
  expect((await post(`/api/waves/${wave}/publish`)).json().code).toBe('wave-still-open')
  expect((await post(`/api/waves/${wave}/close`)).json().stage).toBe('sealed')
  expect((await get('/api/reports/units/top', manager)).json().code).toBe('no-release-yet')
  expect((await post(`/api/waves/${wave}/publish`)).json().stage).toBe('published')
  expect((await post(`/api/waves/${wave}/publish`)).json().code).toBe('wave-already-published')
})

test('the manager sees the own unit and below: means where enough answered, "protected" where not', async () => {
  const report = (await get('/api/reports/units/top', await running.signIn('top1@test.example'))).json()
  expect(report.scales.map((scale: { id: string }) => scale.id)).toHaveLength(2)
  // 8 of red at 5.5, 4 of blue at 4.5, 6 of green at 3.5 on average: 4.61 of 18, shown as 4.6 of 15 to 19.
  expect(report.scales[0].points[0]).toMatchObject({
    status: 'published',
    n: { lo: 15, hi: 19 },
    mean: { lo: 4.5, hi: 4.7 },
  })
  expect(report.waves[0].responseRate).toEqual({ lo: 0.65, hi: 0.8 })
  // Everybody gave the same answer to every statement, so each has the mean of its scale; 18 are too few for their shares.
  expect(report.scales[0].items.length).toBeGreaterThan(3)
  for (const item of report.scales[0].items)
    expect(item).toMatchObject({ mean: { lo: 4.5, hi: 4.7 }, agreement: expect.any(String), answers: null })
  // Three teams tell nothing of where one of them stands, one wave nothing of what is unusual, and standards were not asked.
  expect(report.scales[0]).toMatchObject({ position: null, signals: { status: 'too few waves', shown: 1 } })
  expect(report).toMatchObject({ map: null, comparisons: { made: 0, falseShare: 0.05 } })
  const shown = Object.fromEntries(
    report.children.map((child: { unit: { name: string }; scales: { points: { status: string }[] }[] }) => [
      child.unit.name,
      child.scales[0]?.points[0]?.status,
    ]),
  )
  // Blue has four answers. Hidden alone it would be Top minus the others, so one more is hidden with it.
  expect(shown.Blue).toBe('protected')
  expect(Object.values(shown).filter((status) => status === 'published')).toHaveLength(1)
})

test('the head of one team sees that team and not the others', async () => {
  const head = await running.signIn('red1@test.example')
  expect((await get('/api/reports/units', head)).json().units).toEqual([
    { id: 'red', name: 'Red', depth: 0, parent: null },
  ])
  expect((await get('/api/reports/units/red', head)).statusCode).toBe(200)
  expect((await get('/api/reports/units/green', head)).json().code).toBe('unknown-unit')
})

test('a second wave shows the change since the first as finely as both are shown, and too few are not compared', async () => {
  const wave = await playWave({ red: [8, 7], blue: [4, 5], green: [6, 4] })
  await post(`/api/waves/${wave}/close`)
  await post(`/api/waves/${wave}/publish`)
  const report = (await get('/api/reports/units/red', await running.signIn('red1@test.example'))).json()
  expect(report.waves).toHaveLength(2)
  const last = report.scales[0].points[1]
  expect(last).toMatchObject({
    status: 'published',
    n: { lo: 5, hi: 9 },
    change: { verdict: 'too few', difference: { lo: 0.5, hi: 1.75 } },
  })
  // Red went from 5.5 to "6.5 or more". The whole, from 4.6 to 5.0: two steps, and well inside what chance does to eighteen answers.
  const whole = (await get('/api/reports/units/top', await running.signIn('top1@test.example'))).json()
  expect(whole.scales[0].points[1].change).toMatchObject({
    verdict: 'no change shown',
    difference: { lo: 0.2, hi: 0.6 },
  })
})

test('HR exports every figure of the pages as CSV, twice the same to the byte', async () => {
  const url = `/api/reports/summary.csv?programme=${programme}`
  const [first, second] = [await get(url, hr), await get(url, hr)]
  expect(first.headers['content-type']).toMatch('text/csv')
  expect(first.body).toBe(second.body)
  const rows = parse(first.body, { columns: true, bom: true }) as Record<string, string>[]
  const top = rows.find(
    (row) => row.unit_name === 'Top' && row.measure_type === 'scale' && row.status === 'published',
  )
  expect([top?.respondents_low, top?.mean, top?.mean_low, top?.mean_high]).toEqual([
    '15',
    '4.6',
    '4.5',
    '4.7',
  ])
  const hidden = rows.filter((row) => row.status === 'protected')
  expect(hidden.length).toBeGreaterThan(0)
  for (const row of hidden) expect([row.mean, row.respondents_low, row.invited]).toEqual(['', '', ''])
})

test('once published, the answers themselves are gone', async () => {
  const { rows } = await running.database.closer.execute<{ count: string }>(
    'SELECT count(*) FROM sealed_response',
  )
  expect(Number(rows[0]?.count)).toBe(0)
})

test('the auditor reads the rules and the trail, and no result', async () => {
  const auditor = await running.signIn('top3@test.example')
  const { thresholds } = (await get('/api/policy', auditor)).json()
  expect(thresholds).toContainEqual(expect.objectContaining({ name: 'k', value: 5 }))
  const actions = (await get('/api/audit-trail', auditor))
    .json()
    .events.map((event: { action: string }) => event.action)
  for (const action of ['wave opened', 'wave closed', 'wave published', 'summary exported', 'report read'])
    expect(actions).toContain(action)
  expect((await get('/api/reports/units/top', auditor)).json().code).toBe('not-allowed')
})

test('thresholds rise from wave to wave and never fall', async () => {
  const open = () =>
    running.app.inject({
      method: 'POST',
      url: `/api/programmes/${programme}/waves`,
      headers: { cookie: hr },
      payload: { label: 'Later', closes: new Date(running.clock.now.getTime() + 86_400_000).toISOString() },
    })
  const setK = (k: number) =>
    onServer(running.databaseUrl, (client) =>
      client.query(`UPDATE programme SET policy = jsonb_set(policy, '{k}', '${k}')`),
    )
  await setK(4)
  expect((await open()).json()).toMatchObject({ status: 409, code: 'policy-falls' })
  await setK(6)
  expect((await open()).statusCode).toBe(201)
})
