import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}

const people = {
  head: 'top1',
  hr: 'top2',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
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

const told = (change: object = {}) => ({
  kind: 'went wrong',
  title: 'The release went out on a Friday',
  happened: 'Nobody who knew the rollback was there at the weekend.',
  learned: 'A release needs somebody who can take it back.',
  now: 'Releases go out from Monday to Wednesday.',
  tags: ['release day', 'rollback'],
  goal: '',
  language: 'en',
  unit: 'east',
  audience: 'organisation',
  leadersOwn: false,
  ...change,
})

async function tell(who: Who, change: object = {}): Promise<string> {
  const answer = await ask('POST', '/api/lessons', who, told(change))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

test('a lesson for everybody is read by everybody, with its unit and who told it', async () => {
  const id = await tell('east')
  for (const who of ['east', 'west', 'head', 'hr'] as const)
    expect((await ask('GET', `/api/lessons/${id}`, who)).json(), who).toMatchObject({
      title: 'The release went out on a Friday',
      tags: ['release day', 'rollback'],
      unit: { id: 'east', name: 'East' },
      author: { name: 'Person east2' },
      mine: who === 'east',
      changed: false,
    })
})

test('a lesson for the unit is read in it, by who leads it or a unit above it, and by HR; to others it is not there', async () => {
  const id = await tell('east', { audience: 'unit', title: 'Only for us' })
  const inList = async (who: Who) =>
    (await ask('GET', '/api/lessons', who)).json().lessons.some((lesson: { id: string }) => lesson.id === id)
  for (const who of ['east', 'eastHead', 'divisionHead', 'head', 'hr'] as const) {
    expect((await ask('GET', `/api/lessons/${id}`, who)).statusCode, who).toBe(200)
    expect(await inList(who), who).toBe(true)
  }
  expect((await ask('GET', `/api/lessons/${id}`, 'west')).json().code).toBe('unknown-subject')
  expect((await ask('GET', `/api/community/lesson/${id}/thread`, 'west')).json().code).toBe('unknown-subject')
  expect(await inList('west')).toBe(false)
})

test('a lesson of a unit above is for those below it, and one of another unit cannot be told', async () => {
  const id = await tell('divisionHead', { unit: 'division', audience: 'unit' })
  expect((await ask('GET', `/api/lessons/${id}`, 'east')).statusCode).toBe(200)
  expect((await ask('POST', '/api/lessons', 'west', told())).json().code).toBe('unknown-unit')
})

test('who told a lesson changes it and takes it back, and nobody else does, HR included', async () => {
  const id = await tell('east')
  for (const who of ['hr', 'eastHead'] as const) {
    expect((await ask('PUT', `/api/lessons/${id}`, who, told())).json().code, who).toBe('not-allowed')
    expect((await ask('DELETE', `/api/lessons/${id}`, who)).json().code, who).toBe('not-allowed')
  }
  const changed = await ask('PUT', `/api/lessons/${id}`, 'east', told({ title: 'Another title' }))
  expect(changed.json()).toMatchObject({ title: 'Another title', changed: true })
  expect((await ask('DELETE', `/api/lessons/${id}`, 'east')).statusCode).toBe(204)
  expect((await ask('GET', `/api/lessons/${id}`, 'east')).json().code).toBe('unknown-subject')
})

test('only who leads a unit marks a slip as a leader’s own', async () => {
  const own = told({ leadersOwn: true })
  expect((await ask('POST', '/api/lessons', 'east', own)).json().code).toBe('leads-nobody')
  expect((await ask('POST', '/api/lessons', 'eastHead', own)).json().leadersOwn).toBe(true)
})

test('replies stand in order, and are changed and taken back by who wrote them alone', async () => {
  const id = await tell('east')
  const replies = `/api/community/lesson/${id}/replies`
  await ask('POST', replies, 'west', { text: 'We had the same.' })
  running.clock.now = new Date(running.clock.now.getTime() + 1000)
  const { replies: two } = (await ask('POST', replies, 'east', { text: 'What did you do?' })).json()
  expect(two).toMatchObject([
    { text: 'We had the same.', author: { name: 'Person west2' }, mine: false, changed: false },
    { text: 'What did you do?', author: { name: 'Person east2' }, mine: true },
  ])
  const first = `${replies}/${two[0].id}`
  expect((await ask('PATCH', first, 'east', { text: 'Not mine' })).json().code).toBe('unknown-reply')
  expect((await ask('DELETE', first, 'hr')).json().code).toBe('unknown-reply')
  expect((await ask('PATCH', first, 'west', { text: 'We had it too.' })).json().replies[0]).toMatchObject({
    text: 'We had it too.',
    changed: true,
  })
  expect((await ask('DELETE', first, 'west')).json().replies).toHaveLength(1)
})

test('reactions are counted, once for each person however often they press, and nobody is told who', async () => {
  const id = await tell('east')
  const useful = `/api/community/lesson/${id}/reactions/useful`
  await ask('PUT', useful, 'west', { on: true })
  await ask('PUT', useful, 'head', { on: true })
  const { reactions } = (await ask('PUT', useful, 'head', { on: true })).json()
  expect(reactions).toEqual([
    { kind: 'useful', count: 2, mine: true },
    { kind: 'thank you', count: 0, mine: false },
    { kind: 'same here', count: 0, mine: false },
  ])
  expect((await ask('PUT', useful, 'head', { on: false })).json().reactions[0]).toEqual({
    kind: 'useful',
    count: 1,
    mine: false,
  })
})

test('older lessons come a page at a time, each once', async () => {
  for (let more = 0; more < 25; more++) await tell('east', { title: `Lesson ${more}` })
  const seen: string[] = []
  let before = ''
  for (let pages = 0; pages < 10; pages++) {
    const { lessons, more } = (await ask('GET', `/api/lessons${before}`, 'hr')).json()
    seen.push(...lessons.map(({ id }: { id: string }) => id))
    if (!more) break
    before = `?before=${seen.at(-1)}`
  }
  const all = await onServer(running.databaseUrl, (client) => client.query('SELECT id FROM lesson'))
  expect([...seen].sort()).toEqual(all.rows.map(({ id }) => id).sort())
})

test('whoever is erased leaves the lesson and the reply behind, and no name with them', async () => {
  const id = await tell('east')
  await ask('POST', `/api/community/lesson/${id}/replies`, 'east', { text: 'Ask me.' })
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE external_id = 'east2'`),
  )
  expect((await ask('GET', `/api/lessons/${id}`, 'west')).json().author).toBeNull()
  const { replies } = (await ask('GET', `/api/community/lesson/${id}/thread`, 'west')).json()
  expect(replies).toMatchObject([{ text: 'Ask me.', author: null }])
})
