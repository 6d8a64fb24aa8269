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
  opener: 'east2',
  facilitator: 'east3',
  participant: 'east4',
  east: 'east5',
  west: 'west2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) {
    cookies[who] = await running.signIn(`${id}@test.example`)
    ids[who] = (await ask('GET', '/api/session', who as Who)).json().person.id
  }
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const basics = {
  title: 'The release that was taken back',
  about: 'It went out at noon.',
  impact: '',
  began: '2026-03-01',
  ended: '2026-03-02',
  due: '2026-03-16',
  language: 'en',
  audience: 'unit',
}

async function open(change: object = {}): Promise<string> {
  const given = { unit: 'east', facilitator: ids.facilitator, ...basics, ...change }
  const answer = await ask('POST', '/api/reviews', 'opener', given)
  expect(answer.statusCode, answer.body).toBe(201)
  const { id } = answer.json()
  const named = { facilitator: ids.facilitator, participants: [ids.participant] }
  expect((await ask('PUT', `/api/reviews/${id}/people`, 'facilitator', named)).statusCode).toBe(200)
  return id
}

const move = (id: string, who: Who, state: string) => ask('PUT', `/api/reviews/${id}/state`, who, { state })
const share = async (id: string) => {
  for (const state of ['in review', 'shared'])
    expect((await move(id, 'facilitator', state)).statusCode).toBe(200)
  return id
}
const write = (id: string, who: Who, part: string, revision: number, content: object) =>
  ask('PUT', `/api/reviews/${id}/parts/${part}`, who, { revision, content })
const codeFor = async (id: string, who: Who) => {
  const answer = await ask('GET', `/api/reviews/${id}`, who)
  const list = (await ask('GET', '/api/reviews', who)).json().reviews
  // The list and the page never disagree on who reads what.
  expect(list.some((one: { id: string }) => one.id === id)).toBe(answer.statusCode === 200)
  return answer.statusCode === 200 ? 'reads' : answer.json().code
}

test('a draft is for those who take part, one in review for the unit, a shared one for its audience', async () => {
  const id = await open()
  for (const who of ['opener', 'facilitator', 'participant'] as const)
    expect(await codeFor(id, who)).toBe('reads')
  for (const who of ['east', 'divisionHead', 'head', 'hr', 'west'] as const)
    expect(await codeFor(id, who), who).toBe('unknown-subject')
  await move(id, 'facilitator', 'in review')
  for (const who of ['east', 'divisionHead', 'head', 'hr'] as const)
    expect(await codeFor(id, who), who).toBe('reads')
  expect(await codeFor(id, 'west')).toBe('unknown-subject')
  await move(id, 'facilitator', 'shared')
  expect(await codeFor(id, 'west')).toBe('unknown-subject')
  const open_ = await open({ audience: 'organisation' })
  await move(open_, 'facilitator', 'in review')
  expect(await codeFor(open_, 'west')).toBe('unknown-subject')
  await move(open_, 'facilitator', 'shared')
  expect(await codeFor(open_, 'west')).toBe('reads')
})

test('only who leads it moves it on, never past the review, and takes it back', async () => {
  const id = await open()
  for (const who of ['opener', 'participant'] as const)
    expect((await move(id, who, 'in review')).json().code).toBe('not-allowed')
  expect((await move(id, 'facilitator', 'shared')).json().code).toBe('review-is-draft')
  await move(id, 'facilitator', 'in review')
  expect((await move(id, 'facilitator', 'shared')).json()).toMatchObject({
    state: 'shared',
    shared: '2026-03-02T09:00:00.000Z',
  })
  expect((await write(id, 'opener', 'timeline', 1, { moments: [] })).json().code).toBe('review-is-shared')
  expect((await move(id, 'facilitator', 'draft')).json()).toMatchObject({ state: 'draft', shared: null })
})

test('everybody who takes part writes, moments stand in the order of time, and readers do not write', async () => {
  const id = await open()
  const moments = [
    { at: '2026-03-01T12:30:00.000Z', what: 'Taken back.' },
    { at: '2026-03-01T12:00:00.000Z', what: 'Released.' },
  ]
  const written = await write(id, 'participant', 'timeline', 1, { moments })
  expect(written.json().parts.timeline.moments.map(({ what }: { what: string }) => what)).toEqual([
    'Released.',
    'Taken back.',
  ])
  await move(id, 'facilitator', 'in review')
  expect((await write(id, 'east', 'timeline', 2, { moments: [] })).json().code).toBe('not-allowed')
})

test('two who write at once do not write over each other: the second is told, and both texts are there', async () => {
  const id = await open()
  const factor = (what: string) => ({ factors: [{ kind: 'tool', what }] })
  const [first, second] = await Promise.all([
    write(id, 'opener', 'factors', 1, factor('The alarm was silent.')),
    write(id, 'participant', 'factors', 1, factor('The page was old.')),
  ])
  const codes = [first, second].map((answer) => (answer.statusCode === 200 ? 'written' : answer.json().code))
  expect(codes.sort()).toEqual(['section-changed', 'written'])
  const now = (await ask('GET', `/api/reviews/${id}`, 'opener')).json()
  const kept = [first, second].find((answer) => answer.statusCode === 200)?.json()
  expect(now.parts.factors).toEqual(kept.parts.factors)
  expect(now.revisions).toMatchObject({ factors: 2, timeline: 1 })
  // Another part is not touched by it.
  expect((await write(id, 'participant', 'lessons', 1, { lessons: [] })).statusCode).toBe(200)
})

test('a factor is never a person, an end never lies before its beginning', async () => {
  const id = await open()
  const person = { factors: [{ kind: 'person', what: 'Somebody.' }] }
  expect((await write(id, 'opener', 'factors', 1, person)).json().code).toBe('malformed-request')
  const repair = { noticed: '2026-03-02T10:00:00.000Z', restored: '2026-03-02T09:00:00.000Z', how: '' }
  expect((await write(id, 'opener', 'repair', 1, repair)).json().code).toBe('malformed-request')
  const backwards = { unit: 'east', facilitator: ids.facilitator, ...basics, ended: '2026-02-01' }
  expect((await ask('POST', '/api/reviews', 'opener', backwards)).json().code).toBe('malformed-request')
})

test('what measures read stands in columns: opened, noticed, restored, shared', async () => {
  const id = await open()
  const repair = { noticed: '2026-03-01T12:10:00.000Z', restored: '2026-03-01T12:40:00.000Z', how: '' }
  await write(id, 'opener', 'repair', 1, repair)
  await move(id, 'facilitator', 'in review')
  await move(id, 'facilitator', 'shared')
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT opened, noticed, restored, shared FROM review WHERE id = $1', [id]),
  )
  expect(rows).toEqual([
    {
      opened: running.clock.now,
      noticed: new Date(repair.noticed),
      restored: new Date(repair.restored),
      shared: running.clock.now,
    },
  ])
})

test('names of people are pointed out with the part in which they stand', async () => {
  const id = await open()
  await write(id, 'opener', 'lessons', 1, {
    lessons: [
      { text: 'Person west2 knew how, and the engineer on call did not.', lesson: null },
      { text: 'Ask Person west2.', lesson: null },
    ],
  })
  expect((await ask('GET', `/api/reviews/${id}/names`, 'participant')).json()).toEqual({
    names: [{ part: 'lessons', name: 'Person west2' }],
  })
  expect((await ask('GET', `/api/reviews/${id}/names`, 'hr')).json().code).toBe('unknown-subject')
})

test('what was learned becomes a learning moment once, when the review is shared', async () => {
  const id = await open()
  await write(id, 'opener', 'lessons', 1, { lessons: [{ text: 'Try the steps.', lesson: null }] })
  const make = () => ask('POST', `/api/reviews/${id}/lessons/0/moment`, 'participant')
  expect((await make()).json().code).toBe('not-allowed')
  await move(id, 'facilitator', 'in review')
  await move(id, 'facilitator', 'shared')
  const [{ lesson }] = (await make()).json().parts.lessons.lessons
  expect((await ask('GET', `/api/lessons/${lesson}`, 'east')).json()).toMatchObject({
    learned: 'Try the steps.',
    title: basics.title,
    audience: 'unit',
    from: { id, title: basics.title },
  })
  expect((await make()).json().code).toBe('not-allowed')
  // Taken back, it can be made again.
  expect((await ask('DELETE', `/api/lessons/${lesson}`, 'participant')).statusCode).toBe(204)
  expect((await ask('GET', `/api/reviews/${id}`, 'east')).json().parts.lessons.lessons).toEqual([
    { text: 'Try the steps.', lesson: null },
  ])
  const [again] = (await make()).json().parts.lessons.lessons
  await move(id, 'facilitator', 'draft')
  expect((await ask('GET', `/api/lessons/${again.lesson}`, 'east')).json().from).toBeNull()
})

test('what is done about it is an action of the unit, with the review as its cause', async () => {
  const id = await open()
  const action = { title: 'Try the steps', owner: { kind: 'words', text: 'all of us' }, due: '2026-04-01' }
  expect((await ask('POST', `/api/reviews/${id}/actions`, 'east', action)).json().code).toBe(
    'unknown-subject',
  )
  const { actions } = (await ask('POST', `/api/reviews/${id}/actions`, 'participant', action)).json()
  expect(actions).toMatchObject([{ title: 'Try the steps', cause: { kind: 'review', id } }])
  const ofUnit = (await ask('GET', '/api/actions?unit=east', 'east')).json().actions
  expect(ofUnit).toContainEqual(actions[0])
})

test('a shared review is replied to by who may read it; a draft by nobody', async () => {
  const id = await open()
  const thread = `/api/community/review/${id}/thread`
  expect((await ask('GET', thread, 'opener')).json().code).toBe('unknown-subject')
  await move(id, 'facilitator', 'in review')
  await move(id, 'facilitator', 'shared')
  expect((await ask('GET', thread, 'east')).statusCode).toBe(200)
  expect((await ask('GET', thread, 'west')).json().code).toBe('unknown-subject')
})

test('whoever is asked to take part is told, and when it moves on', async () => {
  const id = await open()
  await move(id, 'facilitator', 'in review')
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT person, what FROM notification WHERE subject = $1', [id]),
  )
  const told = rows.map(
    ({ person, what }) => `${Object.keys(ids).find((who) => ids[who] === person)}: ${what}`,
  )
  expect(told.sort()).toEqual([
    'facilitator: asked to take part',
    'opener: review moved',
    'participant: asked to take part',
    'participant: review moved',
  ])
})

test('whoever is told of a draft finds the way to it, and nobody replies to it or reports it', async () => {
  const id = await open()
  const { notifications } = (await ask('GET', '/api/my/notifications', 'participant')).json()
  expect(notifications).toContainEqual(
    expect.objectContaining({
      what: 'asked to take part',
      about: { kind: 'review', id, title: basics.title },
    }),
  )
  const report = { reason: 'other', words: '' }
  for (const who of ['participant', 'east'] as const) {
    const url = `/api/community/moderation/review/${id}/reports`
    expect((await ask('POST', url, who, report)).json().code).toBe('unknown-subject')
  }
  const hide = { decision: 'hide', reason: 'It is not known to HR.' }
  expect((await ask('PUT', `/api/moderation/review/${id}`, 'hr', hide)).json().code).toBe('unknown-subject')
})

test('a hidden review is mended by those who take part, and gone for others, who read why', async () => {
  const id = await share(await open({ audience: 'organisation' }))
  const hide = { decision: 'hide', reason: 'It names a customer.' }
  expect((await ask('PUT', `/api/moderation/review/${id}`, 'hr', hide)).statusCode).toBe(200)
  for (const who of ['opener', 'participant', 'facilitator'] as const)
    expect(await codeFor(id, who), who).toBe('reads')
  for (const who of ['east', 'hr', 'west'] as const) {
    expect(await codeFor(id, who), who).toBe('subject-hidden')
    expect((await ask('GET', `/api/reviews/${id}`, who)).json().detail).toBe('It names a customer.')
  }
  expect((await ask('GET', '/api/community/export?unit=east', 'hr')).body).not.toContain(id)
  const told = (await ask('GET', '/api/my/notifications', 'facilitator')).json().notifications
  const about = { kind: 'review', id, title: basics.title }
  expect(told).toContainEqual(expect.objectContaining({ what: 'hidden', about }))
})

test('what was asked to be blacked out goes from each part, from the actions that came of it, and from what is exported', async () => {
  const title = 'The release that Person west2 took back'
  const id = await open({ title, about: 'Person west2 was on call.' })
  const moments = [{ at: '2026-03-01T12:00:00.000Z', what: 'Called Person  west2.' }]
  await write(id, 'opener', 'timeline', 1, { moments })
  const action = { title: 'Try the steps', owner: { kind: 'words', text: 'all of us' }, due: '2026-04-01' }
  await ask('POST', `/api/reviews/${id}/actions`, 'participant', action)
  await share(id)
  const asked = { passage: 'Person west2', reason: 'Asked for by the person.' }
  const url = `/api/moderation/review/${id}/redactions`
  expect((await ask('POST', url, 'hr', { ...asked, passage: '2026-03-01' })).json().code).toBe(
    'passage-not-found',
  )
  expect((await ask('POST', url, 'hr', asked)).statusCode).toBe(200)
  const { parts, revisions, actions } = (await ask('GET', `/api/reviews/${id}`, 'east')).json()
  expect(parts.basics).toMatchObject({
    title: 'The release that █████ took back',
    about: '█████ was on call.',
    began: basics.began,
  })
  expect(parts.timeline.moments).toEqual([{ at: moments[0]?.at, what: 'Called █████.' }])
  expect(actions[0].cause.title).toBe('The release that █████ took back')
  // Whoever still has the old words in the fields does not write them back.
  expect(revisions).toMatchObject({ basics: 2, timeline: 3, lessons: 1 })
  const exported = (await ask('GET', '/api/community/export?unit=east', 'hr')).json()
  const item = exported.items.find((one: { id: string }) => one.id === id)
  expect(item).toMatchObject({ kind: 'review', unit: 'East', author: 'Person east3' })
  expect(item.content).toMatchObject({ timeline: 'Called █████.', moments: [moments[0]?.at] })
  expect(JSON.stringify(item)).not.toContain('west2')
})

test('a unit takes its reviews along, and no drafts', async () => {
  const draft = await open()
  const inReview = await open()
  await move(inReview, 'facilitator', 'in review')
  const { items } = (await ask('GET', '/api/community/export?unit=east', 'hr')).json()
  const ids = items.map((one: { id: string }) => one.id)
  expect(ids).toContain(inReview)
  expect(ids).not.toContain(draft)
})

test('whoever opened a draft finds it in what they wrote and takes it back there; what others read stays', async () => {
  const draft = await open()
  const shared = await share(await open())
  const takeBack = (id: string, who: Who) => ask('DELETE', `/api/my/written/review/${id}`, who)
  const written = (await ask('GET', '/api/my/written', 'opener')).json().texts
  expect(written.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([draft, shared]))
  expect((await takeBack(draft, 'facilitator')).json().code).toBe('unknown-subject')
  expect((await takeBack(draft, 'opener')).statusCode).toBe(204)
  expect(await codeFor(draft, 'opener')).toBe('unknown-subject')
  expect((await takeBack(shared, 'facilitator')).json().code).toBe('review-is-shared')
  expect((await takeBack(shared, 'opener')).json().code).toBe('unknown-subject')
})

test('the actions of a review name it as it is called now', async () => {
  const id = await open()
  const action = { title: 'Try the steps', owner: { kind: 'words', text: 'all of us' }, due: '2026-04-01' }
  await ask('POST', `/api/reviews/${id}/actions`, 'participant', action)
  const renamed = await write(id, 'opener', 'basics', 1, { ...basics, title: 'The release at noon' })
  expect(renamed.json().actions).toMatchObject([
    { cause: { kind: 'review', id, title: 'The release at noon' } },
  ])
})

test('people from elsewhere cannot be named, and a unit of others cannot be reviewed', async () => {
  const named = { unit: 'east', facilitator: ids.west, ...basics }
  expect((await ask('POST', '/api/reviews', 'opener', named)).json().code).toBe('malformed-request')
  const elsewhere = { unit: 'west', facilitator: ids.facilitator, ...basics }
  expect((await ask('POST', '/api/reviews', 'opener', elsewhere)).json().code).toBe('unknown-unit')
  expect((await ask('GET', '/api/reviews/people?unit=west', 'opener')).json().code).toBe('unknown-unit')
})

test('it is overdue from the day after, until it is shared', async () => {
  const id = await open({ due: '2026-03-01' })
  expect((await ask('GET', `/api/reviews/${id}`, 'opener')).json().overdue).toBe(true)
  const today = await open({ due: '2026-03-02' })
  expect((await ask('GET', `/api/reviews/${today}`, 'opener')).json().overdue).toBe(false)
  await move(id, 'facilitator', 'in review')
  expect((await move(id, 'facilitator', 'shared')).json().overdue).toBe(false)
})

test('a draft is taken back by who opened it, a shared review by nobody', async () => {
  const id = await open()
  expect((await ask('DELETE', `/api/reviews/${id}`, 'participant')).json().code).toBe('not-allowed')
  expect((await ask('DELETE', `/api/reviews/${id}`, 'opener')).statusCode).toBe(204)
  const shared = await open()
  await move(shared, 'facilitator', 'in review')
  await move(shared, 'facilitator', 'shared')
  expect((await ask('DELETE', `/api/reviews/${shared}`, 'opener')).json().code).toBe('not-allowed')
})

test('whoever is erased leaves the review behind and no name with it, and whoever opened it goes on', async () => {
  const id = await open()
  await onServer(running.databaseUrl, (client) =>
    client.query(`DELETE FROM person WHERE external_id IN ('east3', 'east4')`),
  )
  expect((await ask('GET', `/api/reviews/${id}`, 'opener')).json()).toMatchObject({
    facilitator: null,
    participants: [],
    may: { write: true, move: true, takeBack: true },
  })
})
