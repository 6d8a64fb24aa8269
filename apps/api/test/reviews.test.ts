import { afterAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { basics, reviewingCompany } from './support/reviewing-company.ts'

const { running, ids, ask, open, move, write, codeFor } = await reviewingCompany()

afterAll(() => running.stop())

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
