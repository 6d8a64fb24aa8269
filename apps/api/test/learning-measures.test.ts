import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const people = {
  hr: 'top2',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  other: 'east3',
  west: 'west2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const measures = async (who: Who, unit = '') =>
  (await ask('GET', `/api/learning-measures${unit}`, who)).json()

const lesson = (unit: string) => ({
  kind: 'went wrong',
  title: 'A lesson',
  happened: 'This.',
  learned: 'That.',
  now: '',
  tags: [],
  goal: '',
  language: 'en',
  unit,
  audience: 'organisation',
  leadersOwn: false,
})

test('before anybody told or entered anything, nothing is said', async () => {
  const { unit, ofUnit, ofOrganisation } = await measures('east')
  expect(unit).toEqual({ id: 'east', name: 'East' })
  expect(Object.values(ofUnit)).toEqual([
    { value: null, of: 1 },
    { value: null, of: 0 },
    { value: null, of: 0 },
    { value: null, of: 0 },
    { value: null, of: 0 },
    { median: null, lower: null, upper: null, of: 0 },
    { median: null, lower: null, upper: null, of: 0 },
    { value: null, of: 0 },
  ])
  // Six units have people of their own, and none told anything.
  expect(ofOrganisation.spread).toEqual({ value: 0, of: 6 })
})

test('lessons count where they were told, in the last quarter, and travel where others answer them', async () => {
  const told: string[] = []
  for (const who of ['east', 'east', 'east', 'west'] as const)
    told.push((await ask('POST', '/api/lessons', who, lesson(who))).json().id)
  const old = (await ask('POST', '/api/lessons', 'hr', lesson('top'))).json().id
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE lesson SET at = at - interval '92 days' WHERE id = $1`, [old]),
  )
  const [first] = told
  for (const [who, reaction] of [
    ['west', 'useful'],
    ['hr', 'useful'],
    ['west', 'thank%20you'],
    ['other', 'useful'],
    // Of who told it: counts for nothing.
    ['east', 'useful'],
  ] as const)
    await ask('PUT', `/api/community/lesson/${first}/reactions/${reaction}`, who, { on: true })
  await ask('POST', `/api/community/lesson/${first}/replies`, 'other', { text: 'Here, too.' })
  const { ofUnit, ofOrganisation } = await measures('east')
  expect(ofUnit.travel).toEqual({ value: 3 / 5, of: 5 })
  expect(ofOrganisation.spread).toEqual({ value: 2 / 6, of: 6 })
  expect(ofOrganisation.evenness).toEqual({ value: null, of: 4 })
  await ask('POST', '/api/lessons', 'west', lesson('west'))
  const { ofOrganisation: five } = await measures('east')
  // -(3/5 ln 3/5 + 2/5 ln 2/5) / ln 6
  expect(five.evenness.value).toBeCloseTo(0.375615, 6)
})

test('the register: everybody enters only themselves, and two make a topic that is shared', async () => {
  const add = (who: Who, unit: string, title: string) => ask('POST', '/api/readiness', who, { unit, title })
  expect((await add('west', 'east', 'Not ours')).json().code).toBe('unknown-unit')
  expect((await add('east', 'division', 'Not mine to add')).json().code).toBe('not-allowed')
  const topics: string[] = []
  for (const title of ['Roll back', 'Payroll run', 'Restore', 'Keys', 'Night shift'])
    topics.push((await add('east', 'east', title)).json().id)
  const [first = ''] = topics
  const me = `/api/readiness/${first}/me`
  await ask('PUT', me, 'east', { on: true })
  await ask('PUT', me, 'east', { on: true })
  expect((await measures('east')).ofUnit.readiness).toEqual({ value: 0, of: 5 })
  expect((await ask('PUT', me, 'west', { on: true })).json().code).toBe('unknown-subject')
  expect((await ask('PUT', me, 'divisionHead', { on: true })).json()).toMatchObject({
    people: [{ name: 'Person division1' }, { name: 'Person east2' }],
    mine: true,
  })
  expect((await measures('east')).ofUnit.readiness).toEqual({ value: 0.2, of: 5 })
  expect((await measures('hr', '?unit=division')).ofUnit.readiness).toEqual({ value: 0.2, of: 5 })
})

test('a colleague removes a topic that nobody stands in, and who leads the unit any', async () => {
  const { topics } = (await ask('GET', '/api/readiness', 'other')).json()
  const find = (title: string) => topics.find((one: { title: string }) => one.title === title)
  const [entered, free] = [find('Roll back'), find('Keys')]
  expect([entered.mayRemove, free.mayRemove]).toEqual([false, true])
  expect((await ask('DELETE', `/api/readiness/${entered.id}`, 'other')).json().code).toBe('not-allowed')
  expect((await ask('DELETE', `/api/readiness/${free.id}`, 'other')).statusCode).toBe(204)
  expect((await ask('DELETE', `/api/readiness/${entered.id}`, 'eastHead')).statusCode).toBe(204)
})

async function sharedReview(number: number): Promise<string> {
  const facilitator = (await ask('GET', '/api/session', 'eastHead')).json().person.id
  const basics = { title: 'A release', about: '', impact: '', began: '2026-03-01', ended: '2026-03-01' }
  const given = { ...basics, unit: 'east', facilitator, due: '2026-03-20', language: 'en', audience: 'unit' }
  const { id } = (await ask('POST', '/api/reviews', 'eastHead', given)).json()
  const restored = `2026-03-01T${String(10 + number)}:00:00.000Z`
  const parts = {
    repair: { noticed: '2026-03-01T10:00:00.000Z', restored, how: '' },
    factors: { factors: [{ kind: number > 3 ? 'knowledge of one' : 'tool', what: 'It was so.' }] },
  }
  for (const [part, content] of Object.entries(parts))
    await ask('PUT', `/api/reviews/${id}/parts/${part}`, 'eastHead', { revision: 1, content })
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE review SET opened = opened - $1 * interval '1 day' WHERE id = $2`, [number, id]),
  )
  for (const state of ['in review', 'shared'])
    await ask('PUT', `/api/reviews/${id}/state`, 'eastHead', { state })
  return id
}

async function addAction(review: string, state: string): Promise<void> {
  const action = { title: 'Try the steps', owner: { kind: 'words', text: 'The team' }, due: '2026-04-01' }
  const { actions } = (await ask('POST', `/api/reviews/${review}/actions`, 'eastHead', action)).json()
  const added = actions.find((one: { state: string }) => one.state === 'planned')
  const changed = await ask('PATCH', `/api/actions/${added.id}`, 'eastHead', { state })
  expect(changed.statusCode, changed.body).toBe(200)
}

test('reviews that are shared say how long repair and review took, and what was done; drafts and old ones say nothing', async () => {
  const ids: string[] = []
  for (const number of [5, 1, 4, 2]) ids.push(await sharedReview(number))
  const old = await sharedReview(9)
  const draft = await sharedReview(8)
  await ask('PUT', `/api/reviews/${draft}/state`, 'eastHead', { state: 'draft' })
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE review SET shared = shared - interval '366 days' WHERE id = $1`, [old]),
  )
  expect((await measures('east')).ofUnit).toMatchObject({ repair: { median: null, of: 4 } })
  ids.push(await sharedReview(3))
  const { ofUnit, ofOrganisation } = await measures('east')
  for (const of of [ofUnit, ofOrganisation]) {
    expect(of.repair).toEqual({ lower: 2, median: 3, upper: 4, of: 5 })
    expect(of.reviewing).toEqual({ lower: 2, median: 3, upper: 4, of: 5 })
    expect(of.alone).toEqual({ value: 2 / 5, of: 5 })
    expect(of.actions).toEqual({ value: null, of: 0 })
  }
  expect((await measures('west')).ofUnit.repair.of).toBe(0)

  const states = [['done'], ['done', 'let go'], ['done', 'under way'], ['planned'], ['done']]
  for (const [index, id] of ids.entries()) for (const state of states[index] ?? []) await addAction(id, state)
  expect((await measures('east')).ofUnit.actions).toEqual({ value: 3 / 5, of: 5 })
})

test('the measures of a unit are for those who read its affairs', async () => {
  expect((await measures('west', '?unit=east')).code).toBe('unknown-unit')
  expect((await measures('divisionHead', '?unit=east')).unit.name).toBe('East')
  expect((await ask('GET', '/api/readiness?unit=east', 'west')).json().code).toBe('unknown-unit')
})
