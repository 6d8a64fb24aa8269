import { mentionOf } from '@chorus/contracts/mention-text'
import { eraseLeavers, letLeave } from '@chorus/db/stores/leavers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { forgetOldCommunity } from '../src/community/forget-old.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const ids: Record<string, string> = {}

const people = {
  head: 'top1',
  hr: 'top2',
  auditor: 'top3',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  eastTwo: 'east3',
  leaver: 'east4',
  west: 'west2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT id, external_id FROM person'),
  )
  for (const [who, id] of Object.entries(people)) {
    cookies[who] = await running.signIn(`${id}@test.example`)
    ids[who] = rows.find((row) => row.external_id === id).id
  }
})

afterAll(() => running.stop())

function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) {
  // No two things happen at one moment.
  if (method !== 'GET') running.clock.now = new Date(running.clock.now.getTime() + 1000)
  return running.app.inject({
    method,
    url,
    headers: { cookie: cookies[who] ?? '' },
    ...(payload && { payload }),
  })
}
const at = (who: Who) => mentionOf(ids[who] ?? '')

async function tell(who: Who, change: object = {}): Promise<string> {
  const answer = await ask('POST', '/api/lessons', who, {
    kind: 'went wrong',
    title: 'The release went out on a Friday',
    happened: 'Nobody who knew the rollback was there at the weekend.',
    learned: 'A release needs somebody who can take it back.',
    now: '',
    tags: ['release day'],
    goal: '',
    language: 'en',
    unit: 'east',
    audience: 'organisation',
    leadersOwn: false,
    ...change,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

async function reply(who: Who, lesson: string, text: string): Promise<string> {
  const answer = await ask('POST', `/api/community/lesson/${lesson}/replies`, who, { text })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().replies.at(-1).id
}

type Told = {
  id: string
  what: string
  about: { id: string; title: string } | null
  actor: string | null
  seen: boolean
}
const told = async (who: Who): Promise<Told[]> =>
  (await ask('GET', '/api/my/notifications', who)).json().notifications
const toldOf = async (who: Who, lesson: string) =>
  (await told(who)).filter(({ about }) => about?.id === lesson).map(({ what }) => what)
const replies = async (who: Who, lesson: string) =>
  (await ask('GET', `/api/community/lesson/${lesson}/thread`, who)).json().replies
const hide = (kind: string, id: string, who: Who = 'hr') =>
  ask('PUT', `/api/moderation/${kind}/${id}`, who, { decision: 'hide', reason: 'It blames one person.' })
const trail = async () => (await ask('GET', '/api/audit-trail', 'hr')).json().events
const inList = async (who: Who, lesson: string) =>
  (await ask('GET', '/api/lessons', who)).json().lessons.some(({ id }: { id: string }) => id === lesson)

/** Somebody is of HR for a while. */
async function asHr(who: Who, act: () => Promise<void>): Promise<void> {
  const role = (to: string) =>
    onServer(running.databaseUrl, (client) =>
      client.query(`UPDATE person SET role = $1 WHERE id = $2`, [to, ids[who]]),
    )
  await role('hr')
  try {
    await act()
  } finally {
    await role('employee')
  }
}

test('colleagues are found by a beginning of a name, with their unit, and by nothing else', async () => {
  const found = async (search: string) =>
    (await ask('GET', `/api/community/people?search=${encodeURIComponent(search)}`, 'west')).json().people
  expect(await found('east2')).toEqual([{ id: ids.east, name: 'Person east2', unit: 'East' }])
  expect(await found('person')).toHaveLength(8)
  for (const nothing of ['east2@test', 'ast2', '%', '_erson']) expect(await found(nothing)).toEqual([])
})

test('whoever searches on and on has to wait a minute', async () => {
  const search = () => ask('GET', '/api/community/people?search=e', 'auditor')
  for (let times = 0; times < 60; times++) expect((await search()).statusCode).toBe(200)
  expect((await search()).json().code).toBe('too-many-searches')
  running.clock.now = new Date(running.clock.now.getTime() + 60_000)
  expect((await search()).statusCode).toBe(200)
})

test('who is mentioned in a lesson or a reply is told once, by whom and where, and not again when it is changed', async () => {
  const lesson = await tell('east', { learned: `Ask ${at('west')} first.` })
  const id = await reply('eastTwo', lesson, `And ${at('west')}, and ${at('eastTwo')} too.`)
  expect(await toldOf('west', lesson)).toEqual(['mention', 'mention'])
  expect(await toldOf('eastTwo', lesson)).toEqual([])
  expect((await told('west'))[0]).toMatchObject({ actor: 'Person east3', seen: false })
  await ask('PATCH', `/api/community/lesson/${lesson}/replies/${id}`, 'eastTwo', {
    text: `${at('west')} and now ${at('head')}`,
  })
  expect(await toldOf('west', lesson)).toHaveLength(2)
  expect(await toldOf('head', lesson)).toEqual(['mention'])
})

test('whoever may not read a text is not told of being mentioned in it', async () => {
  const lesson = await tell('east', { audience: 'unit', happened: `${at('west')} and ${at('eastTwo')}` })
  expect(await toldOf('eastTwo', lesson)).toEqual(['mention'])
  const rows = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT 1 FROM notification WHERE subject = $1 AND person = $2', [lesson, ids.west]),
  )
  expect(rows.rowCount).toBe(0)
})

test('an author who is mentioned in a reply is told of one thing', async () => {
  const lesson = await tell('east')
  await reply('west', lesson, `Thank you, ${at('east')}`)
  await reply('west', lesson, 'And once more.')
  expect(await toldOf('east', lesson)).toEqual(['reply', 'mention'])
})

test('what is seen counts no more, by one’s own hand alone', async () => {
  const lesson = await tell('head', { unit: 'top' })
  await reply('west', lesson, 'Thank you.')
  const [newest] = await told('head')
  const unseen = async (who: Who) => (await ask('GET', '/api/my/notifications/unseen', who)).json().unseen
  const before = await unseen('head')
  await ask('POST', '/api/my/notifications/seen', 'west', { ids: [newest?.id] })
  expect(await unseen('head')).toBe(before)
  const after = await ask('POST', '/api/my/notifications/seen', 'head', { ids: [newest?.id] })
  expect(after.json()).toEqual({ unseen: before - 1 })
})

test('what somebody does not want to hear of is not told, and comes again when it is wanted', async () => {
  const lesson = await tell('divisionHead', { unit: 'division' })
  const wish = (how: string) => ask('PUT', '/api/my/notification-wishes/reply', 'divisionHead', { how })
  expect((await wish('not at all')).json().wishes).toContainEqual({ what: 'reply', how: 'not at all' })
  await reply('west', lesson, 'One')
  expect(await toldOf('divisionHead', lesson)).toEqual([])
  expect((await wish('digest')).json().wishes).toContainEqual({ what: 'reply', how: 'digest' })
  await reply('west', lesson, 'Two')
  expect(await toldOf('divisionHead', lesson)).toEqual(['reply'])
})

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

test('a unit takes everything of it and below along, by whoever leads it or HR, and the trail notes it', async () => {
  const lesson = await tell('east', { audience: 'unit', learned: `Ask ${at('eastTwo')}.` })
  await reply('eastTwo', lesson, 'Gladly.')
  await ask('PUT', `/api/community/lesson/${lesson}/reactions/useful`, 'eastTwo', { on: true })
  for (const [unit, who] of [
    ['east', 'eastHead'],
    ['division', 'divisionHead'],
    ['top', 'hr'],
  ] as const) {
    const answer = await ask('GET', `/api/community/export?unit=${unit}`, who)
    expect(answer.statusCode, who).toBe(200)
    expect(answer.headers['content-disposition']).toContain('attachment')
    const item = answer.json().items.find(({ id }: { id: string }) => id === lesson)
    expect(item, who).toMatchObject({
      kind: 'lesson',
      unit: 'East',
      author: 'Person east2',
      content: { learned: 'Ask @Person east3.', tags: ['release day'] },
      reactions: { useful: 1 },
      replies: [{ author: 'Person east3', text: 'Gladly.' }],
    })
    expect((await trail())[0]).toMatchObject({ action: 'learning exported', actor: `Person ${people[who]}` })
  }
  const units = async (who: Who) =>
    (await ask('GET', '/api/community/export/units', who)).json().units.map(({ id }: { id: string }) => id)
  expect(await units('eastHead')).toEqual(['east'])
  expect(await units('divisionHead')).toEqual(expect.arrayContaining(['division', 'east', 'west']))
  expect(await units('hr')).toContain('top')
  expect((await ask('GET', '/api/community/export?unit=west', 'eastHead')).json().code).toBe('unknown-unit')
  expect((await ask('GET', '/api/community/export?unit=division', 'eastHead')).json().code).toBe(
    'unknown-unit',
  )
})

test('everybody sees all that they wrote, and takes it back at any time, hidden or not', async () => {
  const lesson = await tell('eastHead')
  const elsewhere = await tell('east')
  const id = await reply('eastHead', elsewhere, 'The same here.')
  await hide('reply', id)
  const mine = async () => (await ask('GET', '/api/my/written', 'eastHead')).json()
  const places = async () => (await mine()).texts.map((one: { id: string }) => one.id)
  expect(await places()).toEqual([id, lesson])
  expect((await mine()).texts[0]).toMatchObject({
    kind: 'reply',
    texts: ['The same here.'],
    subject: { id: elsewhere },
    hidden: { reason: 'It blames one person.', appeal: null },
  })
  await ask('PUT', `/api/community/lesson/${elsewhere}/reactions/useful`, 'eastHead', { on: true })
  expect((await mine()).reactions).toContainEqual({
    subject: { kind: 'lesson', id: elsewhere, title: 'The release went out on a Friday' },
    reaction: 'useful',
  })
  for (const who of ['hr', 'east'] as const) {
    expect((await ask('DELETE', `/api/my/written/lesson/${lesson}`, who)).json().code).toBe('unknown-subject')
    expect((await ask('DELETE', `/api/my/written/reply/${id}`, who)).json().code).toBe('unknown-reply')
  }
  expect((await ask('DELETE', `/api/my/written/lesson/${lesson}`, 'eastHead')).statusCode).toBe(204)
  expect((await ask('DELETE', `/api/my/written/reply/${id}`, 'eastHead')).statusCode).toBe(204)
  expect(await places()).toEqual([])
  expect(await replies('east', elsewhere)).toEqual([])
  const left = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT target FROM hidden_target WHERE target = $1', [id]),
  )
  expect(left.rowCount).toBe(0)
})

test('what somebody was told of is forgotten after ninety days, and so is who reported what was decided on', async () => {
  const lesson = await tell('eastTwo')
  const open = await tell('eastTwo')
  for (const id of [lesson, open])
    await ask('POST', `/api/community/moderation/lesson/${id}/reports`, 'head', {
      reason: 'other',
      words: id,
    })
  await ask('PUT', `/api/moderation/lesson/${lesson}`, 'hr', { decision: 'leave' })
  const reported = async () =>
    (await ask('GET', '/api/my/written', 'head')).json().reports.map(({ words }: { words: string }) => words)
  await reply('west', lesson, 'Thank you.')
  const { office } = running.database
  const days = (count: number) => new Date(running.clock.now.getTime() + count * 86_400_000)
  await forgetOldCommunity(office, running.organisation, days(89))
  expect(await toldOf('eastTwo', lesson)).toEqual(['reply'])
  expect(await reported()).toEqual(expect.arrayContaining([lesson, open]))
  await forgetOldCommunity(office, running.organisation, days(91))
  expect(await toldOf('eastTwo', lesson)).toEqual([])
  expect(await reported()).toContain(open)
  expect(await reported()).not.toContain(lesson)
})

test('whoever leaves is named nowhere from that day on, and found by nobody; once erased the text still stands', async () => {
  const lesson = await tell('leaver', { title: 'Before I go' })
  await reply('west', lesson, `Farewell, ${at('leaver')}!`)
  const names = async () =>
    (await ask('GET', `/api/community/people/names?ids=${ids.leaver}`, 'west')).json().names
  expect(await names()).toEqual({ [ids.leaver ?? '']: 'Person east4' })
  const { office } = running.database
  await office.transaction((tx) => letLeave(tx, running.organisation, [ids.leaver ?? ''], '2026-03-02'))
  const nobody = async () => {
    expect(await names()).toEqual({})
    expect((await ask('GET', '/api/community/people?search=east4', 'west')).json().people).toEqual([])
    const exported = (await ask('GET', '/api/community/export?unit=east', 'eastHead')).json()
    const item = exported.items.find(({ id }: { id: string }) => id === lesson)
    expect(item).toMatchObject({
      author: null,
      content: { title: 'Before I go' },
      replies: [{ text: 'Farewell, @somebody who has left!' }],
    })
  }
  await nobody()
  await eraseLeavers(office, running.organisation, '2027-01-01')
  await nobody()
  expect((await ask('GET', `/api/lessons/${lesson}`, 'west')).json().author).toBeNull()
})
