import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinedCompany } from './support/joined-company.ts'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}

const people = {
  head: 'top1',
  hr: 'top2',
  auditor: 'top3',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  west: 'west2',
  northHead: 'north1',
  south: 'south2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
  const { wave, items } = await openWaveOverHttp(running, cookies.hr ?? '')
  const answering = { top: 6, division: 1, east: 8, west: 7, north: 3, south: 3 }
  for (const [unit, size] of Object.entries(answering))
    for (let number = 1; number <= size; number++) {
      const answers = Object.fromEntries(
        items.map((item, at) => [item, 1 + ((at + number + unit.length) % 7)]),
      )
      expect(await answerOverHttp(running, wave, `${unit}${number}@test.example`, answers)).toBe(200)
    }
  for (const step of ['close', 'publish'])
    await running.app.inject({
      method: 'POST',
      url: `/api/waves/${wave}/${step}`,
      headers: { cookie: cookies.hr ?? '' },
    })
}, 120_000)

afterAll(() => running.stop())

const get = (url: string, who: Who) => running.app.inject({ url, headers: { cookie: cookies[who] ?? '' } })
const idsFor = async (who: Who): Promise<string[]> =>
  (await get('/api/reports/units', who)).json().units.map(({ id }: { id: string }) => id)
const joined = 'division~small-teams'
const everyUnit = ['top', 'division', 'east', 'west', 'north', 'south', joined]

/** What each may open, and nothing else. North and South are too small: they are reported together. */
const mayOpen: Record<Who, readonly string[]> = {
  head: everyUnit,
  hr: everyUnit,
  auditor: [],
  divisionHead: everyUnit,
  eastHead: ['east'],
  east: ['east'],
  west: ['west'],
  northHead: ['north', joined],
  south: [joined],
}

const readers = (Object.keys(people) as Who[]).filter((who) => who !== 'auditor')

test.each(readers)('%s may open what is theirs to read, and nothing else', async (who) => {
  expect((await idsFor(who)).sort()).toEqual([...mayOpen[who]].sort())
  for (const unit of everyUnit) {
    const answer = await get(`/api/reports/units/${unit}`, who)
    if (mayOpen[who].includes(unit)) expect(answer.statusCode, unit).toBe(200)
    else expect(answer.json(), unit).toMatchObject({ code: 'unknown-unit', status: 404 })
  }
})

test('whoever reads a report reads the same of the unit; path and children hold what this reader may open', async () => {
  for (const who of readers)
    for (const unit of mayOpen[who]) {
      const { path, children, ...own } = (await get(`/api/reports/units/${unit}`, who)).json()
      const { path: _, children: __, ...whole } = (await get(`/api/reports/units/${unit}`, 'hr')).json()
      expect(own, `${unit} as ${who}`).toEqual(whole)
      const around = [...path, ...children.map((child: { unit: unknown }) => child.unit)]
      for (const { id } of around) expect(mayOpen[who], `around ${unit}, as ${who}`).toContain(id)
    }
})

test('an auditor sees no results, also none of the own unit', async () => {
  for (const url of ['/api/reports/units', ...everyUnit.map((unit) => `/api/reports/units/${unit}`)])
    expect((await get(url, 'auditor')).json(), url).toMatchObject({ code: 'not-allowed', status: 403 })
  expect((await get('/api/reports/mine', 'auditor')).json()).toEqual({ own: null, led: [] })
})

test('a team that is too small reads where it was joined, and its figures are shown there', async () => {
  const { own, led } = (await get('/api/reports/mine', 'south')).json()
  expect(own.unit).toEqual({ id: joined, name: 'Small teams of Division' })
  expect(own.scales[0].points).toMatchObject([{ status: 'published', n: { lo: 5, hi: 9 } }])
  expect(led).toEqual([])
})

test('a head reads the unit that reports the own place, and the led units beside it, once each', async () => {
  const unitsOf = async (who: Who) => {
    const { own, led } = (await get('/api/reports/mine', who)).json()
    return [own.unit.id, led.map((one: { unit: { id: string } }) => one.unit.id)]
  }
  expect(await unitsOf('divisionHead')).toEqual(['top', ['division']])
  expect(await unitsOf('eastHead')).toEqual(['east', []])
  expect(await unitsOf('northHead')).toEqual([joined, ['north']])
  expect(await unitsOf('east')).toEqual(['east', []])
})

test('comments stay with those to whom they were written: a role opens them, the own unit does not', async () => {
  expect((await get('/api/reports/units/east/comments', 'east')).json().code).toBe('not-allowed')
  expect((await get('/api/reports/units/top/comments', 'auditor')).json().code).toBe('not-allowed')
  expect((await get(`/api/reports/units/${joined}/comments`, 'northHead')).json().code).toBe('unknown-unit')
  expect((await get('/api/reports/units/east/comments', 'eastHead')).statusCode).toBe(200)
})

test('the trail notes what somebody reads by a role, and never who looked at the own team', async () => {
  for (const who of ['east', 'south', 'eastHead'] as const) {
    await get('/api/reports/mine', who)
    await get(`/api/reports/units/${mayOpen[who][0]}`, who)
  }
  const { events } = (await get('/api/audit-trail', 'auditor')).json()
  const noted = events
    .filter(({ action }: { action: string }) => action === 'report read')
    .map(({ actor }: { actor: string }) => actor)
  expect(noted).toContain('Person east1')
  for (const id of ['east2', 'south2', 'west2']) expect(noted).not.toContain(`Person ${id}`)
})

test('an action answers a scale of a wave, by the names that the wave gave them', async () => {
  const { own } = (await get('/api/reports/mine', 'eastHead')).json()
  const added = await running.app.inject({
    method: 'POST',
    url: '/api/actions',
    headers: { cookie: cookies.eastHead ?? '' },
    payload: {
      unit: 'east',
      title: 'Open each meeting with a question',
      cause: { kind: 'scale', wave: own.waves[0].id, scale: own.scales[0].id },
      owner: { kind: 'words', text: 'Everybody' },
      due: '2026-04-01',
    },
  })
  expect(added.json().cause).toMatchObject({ label: 'A wave', name: own.scales[0].name })
})

test('before anything was published the start page gets an empty answer and no refusal', async () => {
  const fresh = await runApp(joinedCompany())
  const cookie = await fresh.signIn('east2@test.example')
  const answer = await fresh.app.inject({ url: '/api/reports/mine', headers: { cookie } })
  expect(answer.json()).toEqual({ own: null, led: [] })
  await fresh.stop()
})
