import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const ids: Record<string, string> = {}

const people = {
  receiver: 'east2',
  giver: 'east3',
  colleague: 'east4',
  leaver: 'east5',
  stranger: 'west2',
  leader: 'east1',
  hr: 'top2',
  auditor: 'top3',
  administrator: 'top4',
}
type Who = keyof typeof people
const outsiders = ['colleague', 'stranger', 'leader', 'hr', 'auditor', 'administrator'] as const

/** Stands in every part, so that it would be seen wherever feedback leaked. */
const mark = 'cormorant'
const words = {
  situation: `In Tuesday’s hand-over (${mark})`,
  behaviour: `you asked the newest colleague first (${mark})`,
  effect: `I dared to name the risk (${mark})`,
  wish: '',
}

beforeAll(async () => {
  running = await runApp(joinedCompany())
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'administrator' WHERE external_id = 'top4'`),
  )
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT id, external_id FROM person'),
  )
  for (const { id, external_id } of rows) ids[external_id] = id
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const idOf = (who: Who) => ids[people[who]] ?? ''

const mine = async (who: Who) => (await ask('GET', '/api/my/feedback', who)).json()

async function give(from: Who, to: Who): Promise<string> {
  const payload = { to: { kind: 'person', receiver: idOf(to) }, ...words }
  const answer = await ask('POST', '/api/feedback', from, payload)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

async function requested(asker: Who, ...asked: Who[]): Promise<string[]> {
  const payload = { people: asked.map(idOf), question: `What could I do differently? (${mark})` }
  expect((await ask('POST', '/api/feedback/requests', asker, payload)).statusCode).toBe(201)
  const all = await mine(asker)
  return all.asked.map(({ id }: { id: string }) => id)
}

test('nobody gives or asks for feedback of themselves, of strangers to the organisation, or of six people at once', async () => {
  for (const receiver of [idOf('giver'), running.organisation]) {
    const payload = { to: { kind: 'person', receiver }, ...words }
    expect((await ask('POST', '/api/feedback', 'giver', payload)).json().code).toBe('unknown-person')
    const request = { people: [receiver], question: 'What?' }
    expect((await ask('POST', '/api/feedback/requests', 'giver', request)).json().code).toBe('unknown-person')
  }
  const six = { people: outsiders.slice(0, 6).map(idOf), question: 'What?' }
  expect((await ask('POST', '/api/feedback/requests', 'giver', six)).statusCode).toBe(400)
})

test('what somebody gave is read by who received it, with the name; until then the giver can take it back', async () => {
  const first = await give('giver', 'receiver')
  expect((await ask('DELETE', `/api/feedback/${first}`, 'giver')).statusCode).toBe(204)
  expect((await mine('receiver')).received).toEqual([])

  const id = await give('giver', 'receiver')
  const [listed] = (await mine('receiver')).received
  expect(listed).toMatchObject({ id, with: { name: 'Person east3' }, read: false })
  expect(JSON.stringify(listed)).not.toContain(mark)
  expect((await ask('POST', `/api/feedback/${id}/read`, 'receiver')).json()).toEqual({
    question: '',
    ...words,
  })
  expect((await mine('giver')).given[0]).toMatchObject({ with: { name: 'Person east2' }, read: true, words })
  expect((await ask('DELETE', `/api/feedback/${id}`, 'giver')).json().code).toBe('feedback-read')
})

test('who received it says that it helped, gives thanks and deletes it; the giver sees the first two and does neither', async () => {
  const id = await give('giver', 'receiver')
  await ask('POST', `/api/feedback/${id}/read`, 'receiver')
  await ask('PATCH', `/api/feedback/${id}`, 'receiver', { helpful: true })
  await ask('PATCH', `/api/feedback/${id}`, 'receiver', { thanked: true })
  const given = (await mine('giver')).given.find((one: { id: string }) => one.id === id)
  expect(given).toMatchObject({ helpful: true, thanked: true })
  expect((await ask('PATCH', `/api/feedback/${id}`, 'giver', { helpful: false })).json().code).toBe(
    'unknown-subject',
  )
  expect((await ask('POST', `/api/feedback/${id}/read`, 'giver')).json().code).toBe('unknown-subject')
  expect((await ask('DELETE', `/api/feedback/${id}`, 'receiver')).statusCode).toBe(204)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query(
      'SELECT 1 FROM feedback WHERE id = $1 UNION ALL SELECT 1 FROM notification WHERE subject = $1',
      [id],
    ),
  )
  expect(rows).toEqual([])
})

test('a request is answered once, and its question goes with the answer', async () => {
  const [request] = await requested('receiver', 'giver')
  const [asked] = (await mine('giver')).askedOfMe
  expect(asked).toMatchObject({ id: request, with: { name: 'Person east2' } })
  const payload = { to: { kind: 'request', request }, ...words }
  expect((await ask('POST', '/api/feedback', 'colleague', payload)).json().code).toBe('unknown-subject')
  const { id } = (await ask('POST', '/api/feedback', 'giver', payload)).json()
  expect((await ask('POST', '/api/feedback', 'giver', payload)).json().code).toBe('unknown-subject')
  expect((await ask('POST', `/api/feedback/${id}/read`, 'receiver')).json().question).toContain('differently')
  expect((await mine('receiver')).asked).toEqual([])
})

test('each of several is asked alone; who declines says so kindly, and is not asked the same again', async () => {
  await requested('stranger', 'giver', 'colleague')
  const [one] = (await mine('giver')).askedOfMe
  expect(JSON.stringify(await mine('giver'))).not.toContain('east4')
  expect(
    (await ask('POST', `/api/feedback/requests/${one.id}/decline`, 'colleague', { words: '' })).json().code,
  ).toBe('unknown-subject')
  const kindly = { words: 'I have seen too little of it.' }
  expect((await ask('POST', `/api/feedback/requests/${one.id}/decline`, 'giver', kindly)).statusCode).toBe(
    204,
  )
  expect((await mine('giver')).askedOfMe).toEqual([])
  const asked = (await mine('stranger')).asked
  expect(asked.find(({ id }: { id: string }) => id === one.id).declined).toEqual(kindly)
  for (const { id } of asked)
    expect((await ask('DELETE', `/api/feedback/requests/${id}`, 'stranger')).statusCode).toBe(204)
  expect((await mine('colleague')).askedOfMe).toEqual([])
})

test('nobody but the two reads it by any route, whatever the role, and the tables hold no word of it', async () => {
  const unread = await give('giver', 'receiver')
  const read = await give('giver', 'receiver')
  await ask('POST', `/api/feedback/${read}/read`, 'receiver')
  const [request] = await requested('receiver', 'giver')
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  let asked = 0
  for (const who of outsiders) {
    for (const path of Object.keys(description.paths).filter((path) => description.paths[path].get)) {
      const url = `${path.replace('{kind}', 'recognition').replace(/\{\w+\}/g, unread)}?unit=east&search=east`
      expect((await ask('GET', url, who)).body, `${who}: GET ${url}`).not.toContain(mark)
      asked += 1
    }
    for (const id of [unread, read]) {
      for (const answer of [
        await ask('POST', `/api/feedback/${id}/read`, who),
        await ask('PATCH', `/api/feedback/${id}`, who, { helpful: true }),
        await ask('DELETE', `/api/feedback/${id}`, who),
      ])
        expect(answer.json().code, who).toBe('unknown-subject')
    }
    expect((await ask('DELETE', `/api/feedback/requests/${request}`, who)).json().code).toBe(
      'unknown-subject',
    )
  }
  expect(asked).toBeGreaterThan(300)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query(
      `SELECT encode(words, 'escape') AS text FROM feedback UNION ALL SELECT encode(question, 'escape') FROM feedback_request`,
    ),
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { text } of rows) expect(text).not.toContain(mark)
})

test('each of the two is told, and nobody else; what is gone is told of no more', async () => {
  type Told = { what: string; about: { kind: string; id: string; title: string } | null; actor: string }
  const told = async (who: Who): Promise<Told[]> =>
    (await ask('GET', '/api/my/notifications', who)).json().notifications
  const toldOf = async (who: Who, id: string | undefined) =>
    (await told(who)).filter(({ about }) => about?.id === id)
  // Those of other tests wait, too.
  for (const { id } of (await mine('receiver')).asked)
    await ask('DELETE', `/api/feedback/requests/${id}`, 'receiver')
  const [request] = await requested('receiver', 'colleague')
  expect(await toldOf('colleague', request)).toMatchObject([
    { what: 'feedback asked', about: { kind: 'feedback', title: '' }, actor: 'Person east2' },
  ])
  const id = await give('giver', 'receiver')
  expect(await toldOf('receiver', id)).toMatchObject([{ what: 'feedback given', actor: 'Person east3' }])
  await ask('POST', `/api/feedback/${id}/read`, 'receiver')
  await ask('PATCH', `/api/feedback/${id}`, 'receiver', { helpful: true })
  expect(await toldOf('giver', id)).toMatchObject([{ what: 'feedback answered', actor: 'Person east2' }])
  expect(await told('hr')).toEqual([])

  await ask('DELETE', `/api/feedback/requests/${request}`, 'receiver')
  await ask('DELETE', `/api/feedback/${id}`, 'receiver')
  expect(await toldOf('colleague', request)).toEqual([])
  expect(await toldOf('giver', id)).toEqual([])
})

test('what is stored about me lists it, row by row, for both', async () => {
  const stored = async (who: Who) => (await ask('GET', '/api/my/stored', who)).json().feedback
  expect(await stored('receiver')).toContainEqual({
    kind: 'received',
    with: 'Person east3',
    on: running.clock.now.toISOString().slice(0, 10),
  })
  expect(await stored('giver')).toContainEqual(
    expect.objectContaining({ kind: 'given', with: 'Person east2' }),
  )
  expect(await stored('hr')).toEqual([])
})

test('a giver who is erased leaves it without a name, and it goes with who received it', async () => {
  const id = await give('leaver', 'receiver')
  const gone = await give('receiver', 'leaver')
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE external_id = 'east5'`),
  )
  const received = (await mine('receiver')).received.find((one: { id: string }) => one.id === id)
  expect(received.with).toBeNull()
  expect((await ask('POST', `/api/feedback/${id}/read`, 'receiver')).json().effect).toContain(mark)
  const given = (await mine('receiver')).given.filter((one: { id: string }) => one.id === gone)
  expect(given).toEqual([])
})
