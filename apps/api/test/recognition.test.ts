import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const ids: Record<string, string> = {}

const people = {
  head: 'top1',
  hr: 'top2',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  other: 'east3',
  west: 'west2',
  south: 'south1',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT id, external_id FROM person'),
  )
  for (const { id, external_id } of rows) ids[external_id] = id
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const idOf = (who: Who) => ids[people[who]] ?? ''

const thanks = (to: object, change: object = {}) => ({
  to,
  did: 'Stayed on the call until the last depot could load again.',
  enabled: 'Sales could promise the delivery for Friday.',
  value: 'care',
  audience: 'organisation',
  ...change,
})

async function thank(who: Who, to: object, change: object = {}): Promise<string> {
  const answer = await ask('POST', '/api/recognitions', who, thanks(to, change))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

const toPeople = (...some: Who[]) => ({ kind: 'people', people: some.map(idOf) })

const seenBy = async (id: string, who: Who) => {
  const { recognitions } = (await ask('GET', '/api/recognitions', who)).json()
  const isListed = recognitions.some((one: { id: string }) => one.id === id)
  const opened = (await ask('GET', `/api/recognitions/${id}`, who)).statusCode === 200
  expect(isListed, `${who} finds it in the list as by its address`).toBe(opened)
  return opened
}

const toldOf = async (id: string) => {
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query(
      `SELECT p.external_id FROM notification n JOIN person p ON p.id = n.person WHERE n.subject = $1 AND n.what = 'recognised' ORDER BY 1`,
      [id],
    ),
  )
  return rows.map(({ external_id }) => external_id)
}

test('nobody thanks themselves, or somebody who is not there', async () => {
  for (const to of [toPeople('east'), { kind: 'people', people: [running.organisation] }])
    expect((await ask('POST', '/api/recognitions', 'east', thanks(to))).json().code).toBe('unknown-person')
  const nowhere = thanks({ kind: 'team', unit: 'nowhere' })
  expect((await ask('POST', '/api/recognitions', 'east', nowhere)).json().code).toBe('unknown-unit')
})

test('anybody thanks people of any unit, who are told, and everybody reads it with all names', async () => {
  const id = await thank('east', toPeople('west', 'south'))
  expect((await ask('GET', `/api/recognitions/${id}`, 'head')).json()).toMatchObject({
    of: 'people',
    people: [{ name: 'Person south1' }, { name: 'Person west2' }],
    author: { name: 'Person east2' },
    value: 'care',
    mine: false,
    aboutMe: false,
    withdrawn: false,
  })
  expect(await toldOf(id)).toEqual(['south1', 'west2'])
})

test('a team that is thanked is told, and can be one that is led by somebody else', async () => {
  const id = await thank('east', { kind: 'team', unit: 'south' })
  expect((await ask('GET', `/api/recognitions/${id}`, 'south')).json()).toMatchObject({
    of: 'team',
    unit: { id: 'south', name: 'South' },
    people: [],
  })
  expect(await toldOf(id)).toEqual(['south1', 'south2', 'south3'])
  const { teams } = (await ask('GET', '/api/recognitions/teams?search=OUT', 'east')).json()
  expect(teams).toEqual([{ id: 'south', name: 'South' }])
})

test('what is for the unit alone is read there, by who leads above, by HR and by those who are thanked, wherever they belong', async () => {
  const id = await thank('east', toPeople('west'), { audience: 'unit' })
  for (const who of ['east', 'other', 'eastHead', 'divisionHead', 'hr', 'west'] as const)
    expect(await seenBy(id, who), who).toBe(true)
  expect(await seenBy(id, 'south')).toBe(false)
  expect((await ask('GET', `/api/community/recognition/${id}/thread`, 'south')).json().code).toBe(
    'unknown-subject',
  )
})

test('whoever is thanked steps out: the name goes, and what was about nobody else is for its author alone', async () => {
  const id = await thank('east', toPeople('west', 'south'))
  expect((await ask('DELETE', `/api/recognitions/${id}/me`, 'west')).statusCode).toBe(204)
  const { people: left } = (await ask('GET', `/api/recognitions/${id}`, 'head')).json()
  expect(left).toEqual([{ person: idOf('south'), name: 'Person south1' }])

  expect((await ask('DELETE', `/api/recognitions/${id}/me`, 'south')).statusCode).toBe(204)
  for (const who of ['west', 'south', 'head', 'hr', 'eastHead'] as const)
    expect(await seenBy(id, who), who).toBe(false)
  expect((await ask('GET', `/api/recognitions/${id}`, 'east')).json()).toMatchObject({
    withdrawn: true,
    people: [],
  })
})

test('nobody takes somebody else out, and only its author takes it back, with all that hangs on it', async () => {
  const id = await thank('east', toPeople('west'))
  await ask('DELETE', `/api/recognitions/${id}/me`, 'hr')
  expect((await ask('GET', `/api/recognitions/${id}`, 'hr')).json().people).toHaveLength(1)
  await ask('POST', `/api/community/recognition/${id}/replies`, 'head', { text: 'From me, too.' })
  for (const who of ['hr', 'west'] as const)
    expect((await ask('DELETE', `/api/recognitions/${id}`, who)).json().code, who).toBe('not-allowed')
  expect((await ask('DELETE', `/api/recognitions/${id}`, 'east')).statusCode).toBe(204)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query(
      `SELECT 1 FROM community_reply WHERE subject = $1 UNION ALL SELECT 1 FROM notification WHERE subject = $1
       UNION ALL SELECT 1 FROM recognised_person WHERE recognition = $1`,
      [id],
    ),
  )
  expect(rows).toEqual([])
})

test('older ones come a page at a time, each once', async () => {
  for (let more = 0; more < 25; more++) await thank('east', { kind: 'team', unit: 'west' })
  const seen: string[] = []
  let before = ''
  for (let pages = 0; pages < 10; pages++) {
    const { recognitions, more } = (await ask('GET', `/api/recognitions${before}`, 'west')).json()
    seen.push(...recognitions.map(({ id }: { id: string }) => id))
    if (!more) break
    before = `?before=${seen.at(-1)}`
  }
  expect(seen.length).toBeGreaterThan(25)
  expect(new Set(seen).size).toBe(seen.length)
})

test('whoever is erased is no longer named, neither as thanked nor as thanking', async () => {
  const alone = await thank('east', toPeople('other'))
  const written = await thank('other', { kind: 'team', unit: 'west' })
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE external_id = 'east3'`),
  )
  expect(await seenBy(alone, 'head')).toBe(false)
  expect((await ask('GET', `/api/recognitions/${written}`, 'head')).json().author).toBeNull()
})

const idsIn = (answer: { json(): { items: { id: string }[] } }) => answer.json().items.map(({ id }) => id)

test('thanks that HR hides are for their author alone, in no list and in no export, and words are blacked out in each part', async () => {
  const id = await thank('east', { kind: 'team', unit: 'south' }, { value: 'Friday' })
  expect(idsIn(await ask('GET', '/api/community/export', 'hr'))).toContain(id)
  const black = { passage: 'Friday', reason: 'Asked for by a customer.' }
  expect((await ask('POST', `/api/moderation/recognition/${id}/redactions`, 'hr', black)).statusCode).toBe(
    200,
  )
  const { enabled, value } = (await ask('GET', `/api/recognitions/${id}`, 'south')).json()
  expect([enabled, value]).toEqual(['Sales could promise the delivery for █████.', '█████'])

  const hide = { decision: 'hide', reason: 'It tells of a customer.' }
  expect((await ask('PUT', `/api/moderation/recognition/${id}`, 'hr', hide)).statusCode).toBe(200)
  expect(await seenBy(id, 'south')).toBe(false)
  expect((await ask('GET', `/api/recognitions/${id}`, 'south')).json().code).toBe('subject-hidden')
  expect((await ask('GET', `/api/recognitions/${id}`, 'east')).statusCode).toBe(200)
  expect(idsIn(await ask('GET', '/api/community/export', 'hr'))).not.toContain(id)
})

test('the export of a unit has its thanks with those who are thanked, and none from which all have stepped out', async () => {
  const left = await thank('east', toPeople('west'))
  const stays = await thank('east', toPeople('west', 'south'))
  for (const id of [left, stays]) await ask('DELETE', `/api/recognitions/${id}/me`, 'west')
  const answer = await ask('GET', '/api/community/export?unit=east', 'eastHead')
  expect(idsIn(answer)).not.toContain(left)
  expect(answer.json().items.find((one: { id: string }) => one.id === stays)).toMatchObject({
    kind: 'recognition',
    author: 'Person east2',
    content: { of: 'people', people: ['Person south1'], value: 'care' },
  })
})

test('what somebody thanked for is among what they wrote, and is taken back there', async () => {
  const id = await thank('south', toPeople('west'))
  const { texts } = (await ask('GET', '/api/my/written', 'south')).json()
  expect(texts.find((one: { id: string }) => one.id === id).subject.title).toBe(
    'Stayed on the call until the last depot could load again.',
  )
  expect((await ask('DELETE', `/api/my/written/recognition/${id}`, 'south')).statusCode).toBe(204)
  expect(await seenBy(id, 'west')).toBe(false)
})
