import { afterAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { basics, reviewingCompany, type Who } from './support/reviewing-company.ts'

const { running, ids, ask, open, move, share, write, codeFor } = await reviewingCompany()

afterAll(() => running.stop())

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
