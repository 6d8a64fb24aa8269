import { afterAll, expect, test } from 'vitest'
import { talkingCompany, type Who } from './support/talking-company.ts'

const { running, ids, ask, at, tell, reply, toldOf, replies, hide, trail, inList, asHr } =
  await talkingCompany()

afterAll(() => running.stop())

test('a report reaches HR with its reason and without who made it, and counts once', async () => {
  const lesson = await tell('east')
  const id = await reply('eastTwo', lesson, 'It was his fault.')
  const report = { reason: 'blames', words: 'We do not look for guilt.' }
  for (const who of ['west', 'west', 'head'] as const) {
    const answer = await ask('POST', `/api/community/moderation/reply/${id}/reports`, who, report)
    expect(answer.statusCode, answer.body).toBe(204)
  }
  const { body } = await ask('GET', '/api/moderation', 'hr')
  const found = JSON.parse(body).cases.find((one: { id: string }) => one.id === id)
  expect(found).toMatchObject({
    kind: 'reply',
    subject: { kind: 'lesson', id: lesson },
    author: { name: 'Person east3' },
    texts: ['It was his fault.'],
    reports: [report, report],
    hidden: null,
  })
  for (const who of ['west', 'head'] as const) expect(body).not.toContain(ids[who])
  for (const event of await trail()) expect(JSON.stringify(event)).not.toContain('west2')
  const left = await ask('PUT', `/api/moderation/reply/${id}`, 'hr', { decision: 'leave' })
  expect(left.json().cases.some((one: { id: string }) => one.id === id)).toBe(false)
})

test('nobody reports what is not for them', async () => {
  const lesson = await tell('east', { audience: 'unit' })
  const id = await reply('eastTwo', lesson, 'Among us.')
  for (const place of [`lesson/${lesson}`, `reply/${id}`])
    expect(
      (
        await ask('POST', `/api/community/moderation/${place}/reports`, 'west', {
          reason: 'other',
          words: '',
        })
      ).json().code,
    ).toBe('unknown-subject')
})

test('a hidden lesson is gone from lists, export and mentions for others; they read why, and its author all of it', async () => {
  const lesson = await tell('east')
  await reply('eastTwo', lesson, 'Yes.')
  expect((await hide('lesson', lesson)).statusCode).toBe(200)
  for (const who of ['west', 'eastHead', 'hr'] as const) {
    const refused = (await ask('GET', `/api/lessons/${lesson}`, who)).json()
    expect(refused, who).toMatchObject({ code: 'subject-hidden', detail: 'It blames one person.' })
    expect(await inList(who, lesson), who).toBe(false)
  }
  expect((await ask('GET', '/api/community/export?unit=east', 'eastHead')).body).not.toContain(lesson)
  expect((await ask('GET', `/api/lessons/${lesson}`, 'east')).statusCode).toBe(200)
  const thread = (await ask('GET', `/api/community/lesson/${lesson}/thread`, 'east')).json()
  expect(thread.subject).toEqual({
    mine: true,
    hidden: { reason: 'It blames one person.', appeal: 'possible' },
    redacted: false,
  })
  expect(await toldOf('east', lesson)).toEqual(['hidden', 'reply'])
  const decisions = (await trail()).filter(({ action }: { action: string }) => action === 'text hidden')
  expect(decisions[0]).toMatchObject({
    actor: 'Person top2',
    subject: 'lesson: It blames one person.',
  })
})

test('of a hidden reply others read the reason in its place, and its author the words', async () => {
  const lesson = await tell('east')
  const id = await reply('eastTwo', lesson, 'It was her fault.')
  await hide('reply', id)
  expect((await replies('west', lesson))[0]).toMatchObject({
    text: '',
    hidden: { reason: 'It blames one person.', appeal: null },
  })
  expect((await replies('eastTwo', lesson))[0]).toMatchObject({
    text: 'It was her fault.',
    hidden: { appeal: 'possible' },
  })
  const exported = await ask('GET', '/api/community/export?unit=east', 'eastHead')
  expect(exported.body).not.toContain('It was her fault.')
  await ask('PATCH', `/api/community/lesson/${lesson}/replies/${id}`, 'eastTwo', {
    text: `Sorry, ${at('west')}`,
  })
  expect(await toldOf('west', lesson)).toEqual([])
})

test('the author appeals once; somebody else of HR decides where there is one, and the author is told', async () => {
  const lesson = await tell('east')
  const appeal = (who: Who) =>
    ask('POST', `/api/community/moderation/lesson/${lesson}/appeal`, who, { words: 'I named nobody.' })
  expect((await appeal('east')).json().code).toBe('appealed-already')
  await hide('lesson', lesson)
  expect((await appeal('west')).json().code).toBe('subject-hidden')
  expect((await appeal('east')).statusCode).toBe(204)
  expect((await appeal('east')).json().code).toBe('appealed-already')
  const decide = (who: Who, decision: string) =>
    ask('PUT', `/api/moderation/lesson/${lesson}`, who, { decision })
  const caseOf = async (who: Who) =>
    (await ask('GET', '/api/moderation', who)).json().cases.find((one: { id: string }) => one.id === lesson)
  expect((await caseOf('hr')).hidden).toMatchObject({
    appeal: 'I named nobody.',
    waits: true,
  })
  expect((await caseOf('hr')).mayDecide).toEqual(['show', 'keep hidden'])
  await asHr('head', async () => {
    expect((await caseOf('hr')).mayDecide).toEqual(['show'])
    expect((await decide('hr', 'keep hidden')).json().code).toBe('own-hiding')
    expect((await decide('head', 'keep hidden')).statusCode).toBe(200)
    expect((await decide('head', 'keep hidden')).json().code).toBe('nothing-hidden')
    expect((await appeal('east')).json().code).toBe('appealed-already')
    expect((await decide('head', 'show')).statusCode).toBe(200)
  })
  expect(await inList('west', lesson)).toBe(true)
  expect(await toldOf('east', lesson)).toEqual(['shown again', 'stays hidden', 'hidden'])
  expect((await trail()).slice(0, 3).map(({ action }: { action: string }) => action)).toEqual([
    'text shown again',
    'appeal declined',
    'text hidden',
  ])
})

test('HR decides on a text of its own only where nobody else can, and what waits is counted for who may decide', async () => {
  const lesson = await tell('hr', { unit: 'top' })
  const report = { reason: 'other', words: '' }
  const waiting = async (who: Who) => (await ask('GET', '/api/moderation/waiting', who)).json().waiting
  const before = await waiting('hr')
  await ask('POST', `/api/community/moderation/lesson/${lesson}/reports`, 'west', report)
  expect(await waiting('hr')).toBe(before + 1)
  await asHr('head', async () => {
    expect(await waiting('hr')).toBe(before)
    expect(await waiting('head')).toBe(before + 1)
    expect((await hide('lesson', lesson)).json().code).toBe('own-text')
    expect((await hide('lesson', lesson, 'head')).statusCode).toBe(200)
    const shown = await ask('PUT', `/api/moderation/lesson/${lesson}`, 'hr', { decision: 'show' })
    expect(shown.json().code).toBe('own-text')
  })
  expect(await waiting('hr')).toBe(before)
  const shown = await ask('PUT', `/api/moderation/lesson/${lesson}`, 'hr', { decision: 'show' })
  expect(shown.statusCode, shown.body).toBe(200)
})

test('HR blacks out a name, as words and as a mention, and the text says that something was', async () => {
  const lesson = await tell('east', {
    happened: `Person west2 forgot it, said ${at('west')}.`,
    learned: 'Ask.',
    tags: ['release day', 'person west2'],
  })
  const found = async () =>
    (await ask('GET', '/api/lessons?words=%22person+west2%22', 'east')).json().lessons.length
  expect(await found()).toBe(1)
  const id = await reply('eastTwo', lesson, `Really, ${at('west')}?`)
  const blackOut = (place: string, passage: string) =>
    ask('POST', `/api/moderation/${place}/redactions`, 'hr', { passage, reason: 'Asked for by the person.' })
  expect((await blackOut(`lesson/${lesson}`, 'nowhere in it')).json().code).toBe('passage-not-found')
  expect((await blackOut(`lesson/${lesson}`, 'Person west2')).statusCode).toBe(200)
  expect((await blackOut(`lesson/${lesson}`, 'person west2')).statusCode).toBe(200)
  expect((await blackOut(`reply/${id}`, '@Person west2')).statusCode).toBe(200)
  expect((await ask('GET', `/api/lessons/${lesson}`, 'west')).json()).toMatchObject({
    happened: '█████ forgot it, said █████.',
    tags: ['release day'],
  })
  expect(await found()).toBe(0)
  const thread = (await ask('GET', `/api/community/lesson/${lesson}/thread`, 'west')).json()
  expect(thread.subject.redacted).toBe(true)
  expect(thread.replies[0]).toMatchObject({ text: 'Really, █████?', redacted: true })
  const [newest] = await trail()
  expect(newest).toMatchObject({ action: 'text blacked out', subject: 'reply: Asked for by the person.' })
})
