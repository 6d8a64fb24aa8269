import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { erasePosts } from '../src/community/reflections/erase-posts.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const start = new Date('2026-03-02T09:00:00Z')

const people = {
  head: 'top1',
  hr: 'top2',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  other: 'east3',
  west: 'west2',
}
type Who = keyof typeof people
const outside = ['head', 'hr', 'divisionHead', 'west'] as const

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
})

beforeEach(() => {
  running.clock.now = start
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })
const later = (minutes: number) => {
  running.clock.now = new Date(start.getTime() + minutes * 60_000)
}

const session = (change: object = {}) => ({
  unit: 'east',
  title: 'After the March pulse',
  prompts: ['What helped us?', 'What held us back?'],
  quietMinutes: 15,
  everyWeeks: null,
  keepDays: 90,
  ...change,
})

async function begin(change: object = {}, who: Who = 'eastHead'): Promise<string> {
  const answer = await ask('POST', '/api/reflections', who, session(change))
  expect(answer.statusCode, answer.body).toBe(201)
  return `/api/reflections/${answer.json().id}`
}

async function write(at: string, who: Who, text: string, prompt = 0): Promise<string> {
  const answer = await ask('POST', `${at}/posts`, who, { prompt, text })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().posts.find((post: { text: string }) => post.text === text).id
}

const textsFor = async (at: string, who: Who) =>
  (await ask('GET', at, who)).json().posts.map(({ text }: { text: string }) => text)

test('in the quiet time everybody sees only their own posts, the facilitator too; then all, by prompt', async () => {
  const at = await begin()
  await write(at, 'other', 'Nobody knew the rollback.', 1)
  await write(at, 'east', 'Pairing.')
  later(1)
  await write(at, 'eastHead', 'Time to talk.')
  later(14)
  expect(await textsFor(at, 'east')).toEqual(['Pairing.'])
  expect(await textsFor(at, 'eastHead')).toEqual(['Time to talk.'])
  expect((await ask('GET', at, 'eastHead')).json()).toMatchObject({ state: 'quiet', writers: 3 })
  later(15)
  expect(await textsFor(at, 'east')).toEqual(['Pairing.', 'Time to talk.', 'Nobody knew the rollback.'])
  expect((await ask('GET', at, 'east')).json()).toMatchObject({
    state: 'open',
    posts: [{ author: { name: 'Person east2' }, mine: true }, { mine: false }, { prompt: 1 }],
  })
})

test('nobody reacts to a post in its quiet time, and everybody of the unit does once it is over', async () => {
  const at = await begin({ quietMinutes: null })
  const post = await write(at, 'east', 'Pairing.')
  const like = `/api/community/session-post/${post}/reactions/same%20here`
  const reply = `/api/community/session-post/${post}/replies`
  for (const who of ['east', 'other'] as const)
    expect((await ask('PUT', like, who, { on: true })).json().code, who).toBe('unknown-subject')
  expect((await ask('POST', `${at}/open`, 'eastHead')).json().state).toBe('open')
  await ask('PUT', like, 'other', { on: true })
  await ask('POST', reply, 'eastHead', { text: 'Let us do more of it.' })
  expect((await ask('GET', at, 'other')).json().posts).toMatchObject([
    { likes: { count: 1, mine: true }, replies: 1 },
  ])
  for (const who of outside) {
    expect((await ask('GET', `/api/community/session-post/${post}/thread`, who)).json().code, who).toBe(
      'unknown-subject',
    )
    expect((await ask('PUT', like, who, { on: true })).json().code, who).toBe('unknown-subject')
  }
})

test('from outside the unit a session is not there until it has a summary, and then posts are still not: not for HR, and not for who leads above', async () => {
  const at = await begin({ quietMinutes: null })
  await write(at, 'east', 'Pairing.')
  await ask('POST', `${at}/open`, 'eastHead')
  const inList = async (who: Who) =>
    (await ask('GET', '/api/reflections', who))
      .json()
      .sessions.some(({ id }: { id: string }) => at.endsWith(id))
  for (const who of outside) {
    expect((await ask('GET', at, who)).json().code, who).toBe('unknown-subject')
    expect(await inList(who), who).toBe(false)
  }
  const said = { heard: 'Pairing helps.', doing: 'We pair on releases.' }
  expect((await ask('PUT', `${at}/summary`, 'eastHead', said)).json().state).toBe('closed')
  for (const who of ['head', 'hr', 'divisionHead'] as const) {
    expect((await ask('GET', at, who)).json(), who).toMatchObject({
      summary: { ...said, on: '2026-03-02' },
      posts: null,
      writers: null,
      takesPart: false,
      mayFacilitate: false,
    })
    expect(await inList(who), who).toBe(true)
  }
  expect((await ask('GET', at, 'west')).json().code).toBe('unknown-subject')
  expect(await inList('west')).toBe(false)
  expect(await textsFor(at, 'other')).toEqual(['Pairing.'])
})

test('nobody from outside writes, opens or sums up; in the unit, only who called it together or leads opens it', async () => {
  const at = await begin({ quietMinutes: null })
  const said = { heard: 'x', doing: '' }
  for (const who of outside) {
    expect((await ask('POST', `${at}/posts`, who, { prompt: 0, text: 'x' })).json().code, who).toBe(
      'unknown-subject',
    )
    expect((await ask('POST', `${at}/open`, who)).json().code, who).toBe('unknown-subject')
    expect((await ask('PUT', `${at}/summary`, who, said)).json().code, who).toBe('unknown-subject')
  }
  expect((await ask('POST', `${at}/open`, 'east')).json().code).toBe('not-allowed')
  expect((await ask('PUT', `${at}/summary`, 'east', said)).json().code).toBe('not-allowed')
  expect((await ask('PUT', `${at}/summary`, 'eastHead', said)).json().code).toBe('reflection-quiet')
})

test('only who leads begins a session, until the leader lets everybody in the unit do it', async () => {
  expect((await ask('POST', '/api/reflections', 'east', session())).json().code).toBe('not-allowed')
  for (const who of ['hr', 'west'] as const)
    expect((await ask('POST', '/api/reflections', who, session())).json().code, who).toBe('unknown-unit')
  const policy = '/api/reflections/units/east'
  for (const who of ['east', 'hr', 'west'] as const)
    expect((await ask('PUT', policy, who, { everybodyBegins: true })).statusCode, who).toBeGreaterThan(400)
  expect((await ask('PUT', policy, 'divisionHead', { everybodyBegins: true })).statusCode).toBe(200)
  const at = await begin({ quietMinutes: null }, 'east')
  expect((await ask('POST', `${at}/open`, 'east')).json().state).toBe('open')
  await ask('PUT', policy, 'eastHead', { everybodyBegins: false })
  expect((await ask('POST', '/api/reflections', 'other', session())).json().code).toBe('not-allowed')
})

test('a session of a unit above is for everybody below it', async () => {
  const at = await begin({ unit: 'division', quietMinutes: null }, 'divisionHead')
  await write(at, 'west', 'From the west.')
  expect(await textsFor(at, 'divisionHead')).toEqual([])
  expect(await textsFor(at, 'west')).toEqual(['From the west.'])
  expect((await ask('GET', at, 'head')).json().code).toBe('unknown-subject')
})

test('a post is changed and taken back by who wrote it alone, and no longer changed once the session is closed', async () => {
  const at = await begin({ quietMinutes: null })
  const post = await write(at, 'east', 'Paring.')
  const address = `${at}/posts/${post}`
  expect((await ask('PATCH', address, 'eastHead', { text: 'x' })).json().code).toBe('unknown-subject')
  expect((await ask('DELETE', address, 'other')).json().code).toBe('unknown-subject')
  expect((await ask('PATCH', address, 'east', { text: 'Pairing.' })).json().posts).toMatchObject([
    { text: 'Pairing.', changed: true },
  ])
  await ask('POST', `${at}/open`, 'eastHead')
  await ask('PUT', `${at}/summary`, 'eastHead', { heard: 'Pairing.', doing: '' })
  expect((await ask('PATCH', address, 'east', { text: 'x' })).json().code).toBe('reflection-closed')
  expect((await ask('POST', `${at}/posts`, 'east', { prompt: 0, text: 'x' })).json().code).toBe(
    'reflection-closed',
  )
  expect((await ask('DELETE', address, 'east')).json().posts).toEqual([])
})

test('posts are erased on the day that the session names, with what was said to them; the summary stays', async () => {
  const at = await begin({ quietMinutes: null, keepDays: 30 })
  const post = await write(at, 'east', 'Pairing.')
  await ask('POST', `${at}/open`, 'eastHead')
  await ask('POST', `/api/community/session-post/${post}/replies`, 'other', { text: 'Yes.' })
  await ask('PUT', `${at}/summary`, 'eastHead', { heard: 'Pairing.', doing: '' })
  expect((await ask('GET', at, 'east')).json().postsUntil).toBe('2026-04-01')
  const { office } = running.database
  await erasePosts(office, running.organisation, new Date('2026-04-01T08:59:59Z'))
  expect(await textsFor(at, 'east')).toEqual(['Pairing.'])
  await erasePosts(office, running.organisation, new Date('2026-04-01T09:00:00Z'))
  expect((await ask('GET', at, 'east')).json()).toMatchObject({ posts: [], summary: { heard: 'Pairing.' } })
  const left = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT FROM community_reply WHERE subject = $1', [post]),
  )
  expect(left.rowCount).toBe(0)
})

test('posts of a session that nobody summed up go a year after it began', async () => {
  const at = await begin({ quietMinutes: null, keepDays: 365 })
  await write(at, 'east', 'Never summed up.')
  const count = () =>
    onServer(running.databaseUrl, (client) =>
      client.query('SELECT FROM reflection_post WHERE text = $1', ['Never summed up.']),
    )
  const { office } = running.database
  await erasePosts(office, running.organisation, new Date('2027-03-02T08:59:59Z'))
  expect((await count()).rowCount).toBe(1)
  await erasePosts(office, running.organisation, new Date('2027-03-02T09:00:00Z'))
  expect((await count()).rowCount).toBe(0)
})

test('the next session is proposed for a day, until it is held', async () => {
  const at = await begin({ everyWeeks: 4, quietMinutes: null })
  expect((await ask('GET', at, 'east')).json().nextOn).toBe('2026-03-30')
  later(5)
  await begin({ quietMinutes: null })
  expect((await ask('GET', at, 'east')).json().nextOn).toBeNull()
})

test('everybody in the unit is told that a session has begun, and nobody else', async () => {
  const at = await begin({ quietMinutes: null })
  const id = at.split('/').at(-1)
  const told = await onServer(running.databaseUrl, (client) =>
    client.query(
      `SELECT p.external_id FROM notification n JOIN person p ON p.id = n.person
       WHERE n.subject = $1 AND n.what = 'session begun' ORDER BY 1`,
      [id],
    ),
  )
  expect(told.rows.map((row) => row.external_id)).toEqual([2, 3, 4, 5, 6, 7, 8].map((n) => `east${n}`))
})

test('an action says which session it came from, for whoever reads what came of it', async () => {
  const at = await begin({ quietMinutes: null })
  const id = at.split('/').at(-1)
  const action = (unit: string) => ({
    unit,
    title: 'Pair on releases',
    cause: { kind: 'session', id, title: 'What the sender says is not what counts' },
    owner: { kind: 'words', text: 'the team' },
    due: '2026-04-01',
  })
  expect((await ask('POST', '/api/actions', 'eastHead', action('east'))).json().cause).toEqual({
    kind: 'session',
    id,
    title: 'After the March pulse',
  })
  expect((await ask('POST', '/api/actions', 'divisionHead', action('east'))).json().code).toBe(
    'unknown-subject',
  )
  await ask('POST', `${at}/open`, 'eastHead')
  await ask('PUT', `${at}/summary`, 'eastHead', { heard: 'We need time.', doing: '' })
  expect((await ask('POST', '/api/actions', 'divisionHead', action('east'))).statusCode).toBe(201)
})

test('whoever is erased leaves the post behind, and no name with it', async () => {
  const at = await begin({ quietMinutes: null })
  await write(at, 'other', 'Ask me.')
  await ask('POST', `${at}/open`, 'eastHead')
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE external_id = 'east3'`),
  )
  expect((await ask('GET', at, 'east')).json().posts).toMatchObject([{ text: 'Ask me.', author: null }])
})
