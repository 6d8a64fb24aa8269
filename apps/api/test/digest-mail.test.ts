import { mentionOf } from '@chorus/contracts/mention-text'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { mailDigests } from '../src/mail/mail-digests.ts'
import { sendRound } from '../src/mail/mailer.ts'
import { type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail
const ids: Record<string, string> = {}

/** 1 March 2026 is a Sunday. */
const at = (day: number, time = '10:00') => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00Z`)

beforeAll(async () => {
  mail = await runWithMail(false)
  const { rows } = await onServer(mail.running.databaseUrl, (client) =>
    client.query('SELECT id, external_id FROM person'),
  )
  for (const { id, external_id } of rows) ids[external_id] = id
})

afterAll(() => mail.stop())

beforeEach(() => {
  mail.catcher.caught.length = 0
})

/** Signed in anew: weeks lie between two of them. */
const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, who: string, payload?: object) =>
  mail.running.app.inject({
    method,
    url,
    headers: { cookie: await mail.running.signIn(`${who}@test.example`) },
    ...(payload && { payload }),
  })
const want = (who: string, wanted: boolean) => ask('PUT', '/api/my/reminders?topic=digest', who, { wanted })

/** What the daily job does, and what leaves by it. */
async function daily(now: Date) {
  mail.running.clock.now = now
  const { database, marks, organisation } = mail.running
  const ordered = await mailDigests({ database, marks }, organisation, now)
  await sendRound(mail.parts)
  return ordered
}

async function tell(who: string, now: Date, change: object = {}): Promise<string> {
  mail.running.clock.now = now
  const answer = await ask('POST', '/api/lessons', who, {
    kind: 'went well',
    title: 'A hand-over in ten minutes',
    happened: 'We tried it.',
    learned: 'It is enough.',
    now: '',
    tags: ['hand-over'],
    goal: '',
    language: 'en',
    unit: 'office',
    audience: 'organisation',
    leadersOwn: false,
    ...change,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

const told = () => mail.catcher.caught.map(({ to }) => to).sort()

test('nobody gets a digest who did not ask for one', async () => {
  expect((await ask('GET', '/api/my/reminders?topic=digest', 'p2')).json()).toEqual({
    topic: 'digest',
    wanted: false,
  })
  await tell('p3', at(3))
  expect(await daily(at(9, '08:59'))).toBeNull()
  expect(await daily(at(9, '09:00'))).toEqual({ people: 19 })
  expect(told()).toEqual([])
})

test('who asked for it gets one on Monday, in the own language: lessons of the own unit, and what concerns them', async () => {
  for (const who of ['p1', 'p2', 'h1']) await want(who, true)
  const lesson = await tell('p3', at(10), { learned: `Ask ${mentionOf(ids.p2 ?? '')}.` })
  expect(await daily(at(16))).toEqual({ people: 19 })
  expect(await daily(at(17))).toBeNull()
  // h1 is of another unit, and follows no tag.
  expect(told()).toEqual(['p1@test.example', 'p2@test.example'])
  const german = mail.mailTo('p2@test.example')
  expect(german.headers.get('subject')).toBe('Test organisation: Neues aus den Lernmomenten')
  expect(german.text).toContain('Person p3 hat Sie in „A hand-over in ten minutes“ erwähnt')
  expect(german.text).toContain('„A hand-over in ten minutes“ (Office)')
  expect(german.text).toContain('https://chorus.example.org/notifications')
  expect(german.text).not.toContain('Ask ')
  expect(german.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const { text } = mail.mailTo('p1@test.example')
  expect(text).not.toContain('mentioned')
  // Nobody told p1 of anything: the new lessons stand on their own page.
  expect(text).toContain('https://chorus.example.org/lessons')
  expect(lesson).not.toBe('')
})

test('a followed tag brings lessons of other units, and what is hidden when the mail leaves is in none', async () => {
  await onServer(mail.running.databaseUrl, (client) =>
    client.query('INSERT INTO followed_tag (organisation, person, tag) VALUES ($1, $2, $3)', [
      mail.running.organisation,
      ids.h1,
      'hand-over',
    ]),
  )
  await tell('p3', at(17), { title: 'Shown' })
  const hidden = await tell('p3', at(17), { title: 'Not shown' })
  const closed = await tell('p3', at(17), { title: 'For the office', audience: 'unit' })
  const decided = await ask('PUT', `/api/moderation/lesson/${hidden}`, 'p1', {
    decision: 'hide',
    reason: 'It names somebody.',
  })
  expect(decided.statusCode, decided.body).toBe(200)
  await daily(at(23))
  const { text } = mail.mailTo('h1@test.example')
  expect(text).toContain('“Shown” (Office)')
  expect(text).not.toContain('Not shown')
  expect(text).not.toContain('For the office')
  expect(mail.mailTo('p1@test.example').text).toContain('“For the office” (Office)')
  expect(closed).not.toBe('')
})

test('what is wanted on the page alone is in no mail, and an empty mail is not sent', async () => {
  const lesson = await tell('h1', at(24), { unit: 'hall', tags: [] })
  await ask('PUT', '/api/my/notification-wishes/reply', 'h1', { how: 'page' })
  await ask('POST', `/api/community/lesson/${lesson}/replies`, 'p1', { text: 'Thank you.' })
  expect((await ask('GET', '/api/my/notifications/unseen', 'h1')).json().unseen).toBe(1)
  expect(await daily(at(30))).toEqual({ people: 19 })
  expect(told()).toEqual([])
})

test('one click in the mail ends it, and a week in which nothing was written orders none', async () => {
  await tell('p3', at(31))
  await daily(new Date('2026-04-06T10:00:00Z'))
  const out = /https:\/\/chorus\.example\.org(\/reminders\/[A-Za-z0-9_-]{43})/.exec(
    mail.mailTo('p2@test.example').text,
  )?.[1]
  const clicked = await mail.running.app.inject({
    method: 'POST',
    url: out ?? '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect(clicked.statusCode).toBe(204)
  expect((await ask('GET', '/api/my/reminders?topic=digest', 'p2')).json().wanted).toBe(false)
  mail.catcher.caught.length = 0
  await tell('p3', new Date('2026-04-07T10:00:00Z'))
  await daily(new Date('2026-04-13T10:00:00Z'))
  expect(told()).toEqual(['h1@test.example', 'p1@test.example'])
  expect(await daily(new Date('2026-04-20T10:00:00Z'))).toEqual({ people: 0 })
})

test('thanks are told with how they begin, and feedback without a word of it', async () => {
  mail.running.clock.now = new Date('2026-04-21T10:00:00Z')
  const words = { situation: 'On Monday', behaviour: 'you asked first', effect: 'I dared to speak', wish: '' }
  const to = { kind: 'person', receiver: ids.p1 }
  expect((await ask('POST', '/api/feedback', 'p3', { to, ...words })).statusCode).toBe(201)
  const did = 'Stayed until the last depot could load.'
  const thanks = { did, enabled: 'The delivery went out.', value: '', audience: 'organisation' }
  const people = { kind: 'people', people: [ids.p1] }
  expect((await ask('POST', '/api/recognitions', 'p3', { to: people, ...thanks })).statusCode).toBe(201)
  await daily(new Date('2026-04-27T10:00:00Z'))
  const { text } = mail.mailTo('p1@test.example')
  expect(text).toContain('Person p3 gave you feedback')
  expect(text).not.toContain('dared')
  expect(text).toContain(`Person p3 thanked you or your team: “${did}”`)
})
