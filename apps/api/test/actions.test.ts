import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { joinedCompany } from './support/joined-company.ts'
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
  southMember: 'south2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  await signEverybodyIn()
})

afterAll(() => running.stop())

/** Sessions end when the clock is set on. */
async function signEverybodyIn(): Promise<void> {
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
}

const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })
const of = (unit: string, who: Who) => ask('GET', `/api/actions?unit=${encodeURIComponent(unit)}`, who)
const plan = (unit: string, title: string) => ({
  unit,
  title,
  cause: { kind: 'words', text: 'Meetings run over' },
  owner: { kind: 'words', text: 'The whole team' },
  due: '2026-04-01',
})
const titles = async (unit: string, who: Who): Promise<string[]> =>
  (await of(unit, who)).json().actions.map(({ title }: { title: string }) => title)

test('a unit without actions has an empty list, and one that is not there has none', async () => {
  expect((await of('east', 'east')).json()).toEqual({
    unit: { id: 'east', name: 'East' },
    mayWrite: false,
    actions: [],
  })
  expect((await of('elsewhere', 'hr')).json().code).toBe('unknown-unit')
})

test('who leads a unit or one above it writes there, and HR everywhere; nobody else does', async () => {
  const mayWrite: Record<string, readonly Who[]> = {
    east: ['head', 'hr', 'divisionHead', 'eastHead'],
    division: ['head', 'hr', 'divisionHead'],
    top: ['head', 'hr'],
  }
  for (const [unit, writers] of Object.entries(mayWrite))
    for (const who of Object.keys(people) as Who[]) {
      const answer = await ask('POST', '/api/actions', who, plan(unit, `${unit} by ${who}`))
      if (writers.includes(who)) expect(answer.statusCode, `${who} in ${unit}`).toBe(201)
      else expect(answer.json(), `${who} in ${unit}`).toMatchObject({ code: 'not-allowed', status: 403 })
    }
})

test('everybody in a unit reads what it and the units above it do; those beside it do not', async () => {
  const inEast = ['east by head', 'east by hr', 'east by divisionHead', 'east by eastHead']
  const aboveEast = [
    'division by head',
    'division by hr',
    'division by divisionHead',
    'top by head',
    'top by hr',
  ]
  for (const who of ['east', 'eastHead', 'divisionHead', 'head', 'hr'] as const)
    expect((await titles('east', who)).sort(), who).toEqual([...inEast, ...aboveEast].sort())
  for (const who of ['west', 'southMember', 'auditor'] as const)
    expect((await of('east', who)).json().code, who).toBe('unknown-unit')
  expect((await titles('west', 'west')).sort()).toEqual([...aboveEast].sort())
})

test('a group of small teams has the actions of the unit above it', async () => {
  expect(await titles('division~small-teams', 'southMember')).toEqual(await titles('division', 'southMember'))
  expect((await of('division~small-teams', 'southMember')).json().unit.id).toBe('division')
})

test('what comes of an action is noted by day, and a late one says so until it is done', async () => {
  const added = (await ask('POST', '/api/actions', 'eastHead', plan('east', 'Start with a round'))).json()
  expect(added).toMatchObject({ state: 'planned', overdue: false, notes: [], changed: '2026-03-02' })
  const change = async (payload: object) =>
    (await ask('PATCH', `/api/actions/${added.id}`, 'eastHead', payload)).json()
  expect(await change({ state: 'under way', note: 'Tried it twice' })).toMatchObject({
    state: 'under way',
    notes: [{ on: '2026-03-02', state: 'under way', text: 'Tried it twice' }],
  })
  running.clock.now = new Date('2026-04-02T09:00:00Z')
  await signEverybodyIn()
  expect(await change({ note: 'Needs longer' })).toMatchObject({ overdue: true, changed: '2026-04-02' })
  const done = await change({ state: 'done' })
  expect(done).toMatchObject({ state: 'done', overdue: false })
  expect(done.notes.map(({ state, text }: { state: string; text: string }) => [state, text])).toEqual([
    ['under way', 'Tried it twice'],
    [null, 'Needs longer'],
    ['done', ''],
  ])
})

test('an action of another unit cannot be changed, an unknown one neither, and a change of nothing is refused', async () => {
  const { id } = (await ask('POST', '/api/actions', 'head', plan('top', 'One day without meetings'))).json()
  const url = `/api/actions/${id}`
  expect((await ask('PATCH', url, 'divisionHead', { state: 'done' })).json().code).toBe('not-allowed')
  expect((await ask('PATCH', url, 'head', {})).json().code).toBe('malformed-request')
  const unknown = '/api/actions/00000000-0000-4000-8000-000000000000'
  expect((await ask('PATCH', unknown, 'head', { state: 'done' })).json().code).toBe('unknown-action')
})

test('a scale can be answered only of a wave that was published, and an owner is somebody of the unit', async () => {
  const wave = '00000000-0000-4000-8000-000000000000'
  const ofWave = { ...plan('east', 'x'), cause: { kind: 'scale', wave, scale: 'belonging' } }
  expect((await ask('POST', '/api/actions', 'eastHead', ofWave)).json().code).toBe('unknown-wave')
  const inWest = (await ask('GET', '/api/actions/owners?unit=west', 'head')).json().people
  expect(inWest.map(({ name }: { name: string }) => name)).toEqual(
    Array.from({ length: 7 }, (_, at) => `Person west${at + 1}`),
  )
  const byWest = { ...plan('east', 'x'), owner: { kind: 'person', person: inWest[0].id } }
  expect((await ask('POST', '/api/actions', 'eastHead', byWest)).json().code).toBe('malformed-request')
  expect((await ask('GET', '/api/actions/owners?unit=west', 'eastHead')).json().code).toBe('unknown-unit')
})

test('who takes care of an action is told, and notes progress without leading anything; nobody else does, and no more than that', async () => {
  const owners = (await ask('GET', '/api/actions/owners?unit=east', 'eastHead')).json().people
  const owner = owners.find(({ name }: { name: string }) => name === 'Person east2')
  const owned = { ...plan('east', 'Ask twice'), owner: { kind: 'person', person: owner.id } }
  const { id } = (await ask('POST', '/api/actions', 'eastHead', owned)).json()
  const told = await onServer(running.databaseUrl, (client) =>
    client.query(`SELECT what FROM notification WHERE subject = $1 AND person = $2`, [id, owner.id]),
  )
  expect(told.rows).toEqual([{ what: 'action yours' }])
  const url = `/api/actions/${id}`
  const done = await ask('PATCH', url, 'east', { state: 'done', note: 'Asked twice' })
  expect(done.json()).toMatchObject({ state: 'done', may: 'progress' })
  expect((await ask('PATCH', url, 'east', { state: 'planned', due: '2027-01-01' })).json().code).toBe(
    'not-allowed',
  )
  expect((await ask('PATCH', url, 'west', { state: 'planned' })).json().code).toBe('unknown-unit')
  expect((await ask('PATCH', url, 'auditor', { state: 'planned' })).json().code).toBe('unknown-unit')
})

test('the board shows what somebody reads of all units, and parts of it', async () => {
  const board = async (who: Who, query = '') =>
    (await ask('GET', `/api/actions/board${query}`, who)).json().actions
  const unitsOf = (actions: { unit: { id: string } }[]) => new Set(actions.map(({ unit }) => unit.id))
  expect(unitsOf(await board('hr'))).toEqual(new Set(['top', 'division', 'east']))
  expect(unitsOf(await board('west'))).toEqual(new Set(['top', 'division']))
  expect(unitsOf(await board('divisionHead', '?unit=division'))).toEqual(new Set(['division', 'east']))
  expect(unitsOf(await board('west', '?unit=division'))).toEqual(new Set(['division']))
  expect((await ask('GET', '/api/actions/board?unit=east', 'west')).json().code).toBe('unknown-unit')
  const mine = await board('east', '?owner=me')
  expect(mine.map(({ title, may }: Record<string, string>) => [title, may])).toEqual([
    ['Ask twice', 'progress'],
  ])
  const late = await board('hr', '?overdue=yes')
  expect(late.length).toBeGreaterThan(0)
  expect(late.every(({ overdue }: { overdue: boolean }) => overdue)).toBe(true)
  expect(await board('hr', '?cause=review')).toEqual([])
})

test('one action is read by whom it is for; what HR hides stands on no board, and nobody takes an action back', async () => {
  const [{ id }] = (await ask('GET', '/api/actions/board?owner=me', 'east')).json().actions
  const read = async (who: Who) => (await ask('GET', `/api/actions/${id}`, who)).json()
  expect(await read('eastHead')).toMatchObject({ title: 'Ask twice', may: 'change' })
  expect(await read('east')).toMatchObject({ may: 'progress' })
  expect((await read('west')).code).toBe('unknown-subject')
  const items = async (): Promise<{ id: string }[]> =>
    (await ask('GET', '/api/community/export?unit=east', 'eastHead')).json().items
  expect((await items()).find((item) => item.id === id)).toMatchObject({
    kind: 'action',
    content: { title: 'Ask twice', notes: 'Asked twice', owner: 'Person east2' },
  })
  expect((await ask('DELETE', `/api/my/written/action/${id}`, 'east')).json().code).toBe('unknown-subject')
  const decide = (payload: object) => ask('PUT', `/api/moderation/action/${id}`, 'hr', payload)
  await decide({ decision: 'hide', reason: 'It names somebody' })
  expect(await titles('east', 'eastHead')).not.toContain('Ask twice')
  expect(
    (await ask('GET', '/api/actions/board', 'hr')).json().actions.map((one: { id: string }) => one.id),
  ).not.toContain(id)
  expect((await items()).some((item) => item.id === id)).toBe(false)
  expect((await read('eastHead')).code).toBe('subject-hidden')
  await decide({ decision: 'show' })
  const cover = { passage: 'Person east2', reason: 'asked for' }
  const covered = await ask('POST', `/api/moderation/action/${id}/redactions`, 'hr', cover)
  expect(covered.statusCode, covered.body).toBeLessThan(300)
  expect((await read('eastHead')).owner).toEqual({ person: null, name: '█████' })
})

test('the trail says who wrote what', async () => {
  const { events } = (await ask('GET', '/api/audit-trail', 'auditor')).json()
  const noted = events.filter(({ actor }: { actor: string }) => actor === 'Person east1')
  expect(noted.map(({ action, subject }: Record<string, string>) => [action, subject])).toContainEqual([
    'action changed',
    'East: Start with a round',
  ])
})

test('who leaves is still named as it was written, and the action stays; it goes with its unit', async () => {
  const owners = (await ask('GET', '/api/actions/owners?unit=east', 'eastHead')).json().people
  const leaver = owners.find(({ name }: { name: string }) => name === 'Person east8')
  const owned = { ...plan('east', 'Pair up'), owner: { kind: 'person', person: leaver.id } }
  expect((await ask('POST', '/api/actions', 'eastHead', owned)).json().owner.person).toBe(leaver.id)
  const files = joinedCompany()
  const importFiles = (units: string, roster: string) =>
    importOrganisation(
      running.database.office,
      running.organisation,
      {
        units: [Buffer.from(units)],
        people: [Buffer.from(roster)],
      },
      running.clock.now,
    )
  const without = (start: string, text: string) =>
    text
      .split('\n')
      .filter((line) => !line.startsWith(start))
      .join('\n')
  expect(await importFiles(files.units, without('east8,', files.people))).toMatchObject({ ok: true })
  const found = (await of('east', 'eastHead'))
    .json()
    .actions.find(({ title }: { title: string }) => title === 'Pair up')
  expect(found.owner).toEqual({ person: null, name: 'Person east8' })
  await importFiles(without('east,', files.units), without('east', files.people))
  const { rows } = await running.database.office.execute(`SELECT 1 FROM action WHERE unit = 'east'`)
  expect(rows).toEqual([])
})
