import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
let session: string
let post: string

const people = {
  head: 'top1',
  hr: 'top2',
  auditor: 'top3',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  other: 'east3',
  west: 'west2',
  standIn: 'west3',
  partHr: 'south1',
  administrator: 'south2',
}
type Who = keyof typeof people
const inside = ['eastHead', 'east', 'other', 'standIn'] as const
const outside = ['head', 'hr', 'partHr', 'auditor', 'administrator', 'divisionHead', 'west'] as const
const readers = ['head', 'hr', 'partHr', 'divisionHead'] as const
const words = 'Nobody dared to stop the release'

beforeAll(async () => {
  running = await runApp(joinedCompany())
  await onServer(running.databaseUrl, async (client) => {
    await client.query(`UPDATE person SET role = 'hr' WHERE external_id = 'south1'`)
    await client.query(
      `INSERT INTO hr_scope SELECT organisation, id, 'division' FROM person WHERE external_id = 'south1'`,
    )
    await client.query(`UPDATE person SET role = 'administrator' WHERE external_id = 'south2'`)
  })
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
  const today = running.clock.now.toISOString().slice(0, 'yyyy-mm-dd'.length)
  const lent = await ask('POST', '/api/delegations', 'eastHead', {
    standIn: await idOf('west3'),
    units: ['east'],
    from: today,
    until: today,
  })
  expect(lent.statusCode, lent.body).toBeLessThan(300)
  const begun = await ask('POST', '/api/reflections', 'eastHead', {
    unit: 'east',
    title: 'After the release',
    prompts: ['What held us back?'],
    quietMinutes: null,
    everyWeeks: null,
    keepDays: 90,
  })
  expect(begun.statusCode, begun.body).toBe(201)
  session = begun.json().id
  const mention = `@[${await idOf('east3')}]`
  const written = await ask('POST', `/api/reflections/${session}/posts`, 'east', {
    prompt: 0,
    text: `${words}, ask ${mention}.`,
  })
  post = written.json().posts[0].id
})

afterAll(() => running.stop())

function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  who: Who,
  payload?: Record<string, unknown>,
) {
  return running.app.inject({
    method,
    url,
    headers: { cookie: cookies[who] ?? '' },
    ...(payload && { payload }),
  })
}

async function idOf(external: string): Promise<string> {
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query<{ id: string }>('SELECT id FROM person WHERE external_id = $1', [external]),
  )
  return rows[0]?.id ?? ''
}

/** Everywhere that the words of a session could come out. */
const places = () => [
  `/api/reflections/${session}`,
  `/api/reflections/${post}`,
  '/api/reflections',
  '/api/reflections?unit=east',
  `/api/community/session/${session}/thread`,
  `/api/community/session-post/${post}/thread`,
  '/api/community/export',
  '/api/community/export?unit=east',
  '/api/moderation',
  '/api/my/notifications',
]

async function placesWith(who: Who): Promise<string[]> {
  const found = []
  for (const place of places()) if ((await ask('GET', place, who)).body.includes(words)) found.push(place)
  return found
}

const mentionsOf = async (who: Who) =>
  (await ask('GET', '/api/my/notifications', who))
    .json()
    .notifications.filter(({ what }: { what: string }) => what === 'mention')

test('in the quiet time only its author finds a post, and whoever it mentions does not know', async () => {
  for (const who of [...outside, 'eastHead', 'other', 'standIn'] as const)
    expect(await placesWith(who), who).toEqual([])
  expect(await placesWith('east')).toEqual([`/api/reflections/${session}`, `/api/reflections/${post}`])
  expect(await mentionsOf('other')).toEqual([])
  const report = { reason: 'blames', words: '' }
  for (const who of ['east', 'other', 'hr'] as const)
    expect(
      (await ask('POST', `/api/community/moderation/session-post/${post}/reports`, who, report)).json().code,
      who,
    ).toBe('unknown-subject')
})

test('once it is open who takes part reads it, and whoever it mentions is told, once', async () => {
  for (const who of outside)
    expect((await ask('POST', `/api/reflections/${session}/open`, who)).json().code, who).toBe(
      'unknown-subject',
    )
  await ask('POST', `/api/reflections/${session}/open`, 'standIn')
  await ask('POST', `/api/reflections/${session}/open`, 'eastHead')
  for (const who of inside)
    expect(await placesWith(who), who).toEqual([`/api/reflections/${session}`, `/api/reflections/${post}`])
  expect(await mentionsOf('other')).toMatchObject([{ about: { kind: 'session-post', id: post } }])
  for (const who of outside) expect(await placesWith(who), who).toEqual([])
})

test('with a summary, readers from outside find what came of it and talk about that, and still no post', async () => {
  const said = { heard: 'A stop needs a name.', doing: 'Anybody stops a release.' }
  for (const who of outside)
    expect((await ask('PUT', `/api/reflections/${session}/summary`, who, said)).json().code, who).toBe(
      'unknown-subject',
    )
  await ask('PUT', `/api/reflections/${session}/summary`, 'eastHead', said)
  for (const who of outside) expect(await placesWith(who), who).toEqual([])
  for (const who of readers) {
    expect((await ask('GET', `/api/reflections/${session}`, who)).json(), who).toMatchObject({
      summary: said,
    })
    expect((await ask('GET', `/api/community/session/${session}/thread`, who)).statusCode, who).toBe(200)
  }
  for (const who of ['auditor', 'administrator', 'west'] as const) {
    expect((await ask('GET', `/api/reflections/${session}`, who)).json().code, who).toBe('unknown-subject')
    expect((await ask('GET', `/api/community/session/${session}/thread`, who)).json().code, who).toBe(
      'unknown-subject',
    )
  }
  for (const who of ['hr', 'partHr', 'divisionHead', 'eastHead'] as const) {
    const { items } = (await ask('GET', '/api/community/export?unit=east', who)).json()
    const kinds = items.map(({ kind }: { kind: string }) => kind)
    expect(kinds, who).toContain('session')
    expect(kinds, who).not.toContain('session-post')
  }
})

test('HR reads a post that somebody of the unit reports, hides it and blacks words out; its author alone still finds it', async () => {
  const report = { reason: 'blames', words: '' }
  const reported = await ask(
    'POST',
    `/api/community/moderation/session-post/${post}/reports`,
    'other',
    report,
  )
  expect(reported.statusCode).toBeLessThan(300)
  expect(await placesWith('hr')).toEqual(['/api/moderation'])
  await ask('POST', `/api/moderation/session-post/${post}/redactions`, 'hr', {
    passage: 'Person east3',
    reason: 'Asked for by the person.',
  })
  await ask('PUT', `/api/moderation/session-post/${post}`, 'hr', { decision: 'hide', reason: 'It blames.' })
  const postFor = async (who: Who) => (await ask('GET', `/api/reflections/${session}`, who)).json().posts[0]
  expect(await postFor('eastHead')).toMatchObject({
    text: '',
    redacted: true,
    hidden: { reason: 'It blames.' },
  })
  expect(await postFor('east')).toMatchObject({
    text: `${words}, ask █████.`,
    hidden: { appeal: 'possible' },
  })
})

test('a hidden session is gone from lists and export, and others read why', async () => {
  await ask('PUT', `/api/moderation/session/${session}`, 'hr', {
    decision: 'hide',
    reason: 'It names a client.',
  })
  for (const who of ['east', 'divisionHead', 'partHr'] as const) {
    expect((await ask('GET', `/api/reflections/${session}`, who)).json(), who).toMatchObject({
      code: 'subject-hidden',
    })
    expect((await ask('GET', '/api/reflections', who)).body, who).not.toContain(session)
  }
  expect((await ask('GET', '/api/community/export?unit=east', 'partHr')).body).not.toContain(session)
  expect((await ask('GET', `/api/reflections/${session}`, 'eastHead')).statusCode).toBe(200)
})

test('who called a session together takes it back until somebody else wrote in it; a post is taken back by its author at any time', async () => {
  const takeBack = (who: Who, place: string) => ask('DELETE', `/api/my/written/${place}`, who)
  expect((await takeBack('east', `session/${session}`)).json().code).toBe('unknown-subject')
  expect((await takeBack('eastHead', `session/${session}`)).json().code).toBe('text-of-the-unit')
  expect((await takeBack('other', `session-post/${post}`)).json().code).toBe('unknown-subject')
  expect((await ask('GET', '/api/my/written', 'east')).body).toContain(words)
  expect((await takeBack('east', `session-post/${post}`)).statusCode).toBe(204)
  expect((await takeBack('eastHead', `session/${session}`)).statusCode).toBe(204)
  expect((await ask('GET', `/api/reflections/${session}`, 'eastHead')).json().code).toBe('unknown-subject')
})
