import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailActions } from '../src/mail/mail-actions.ts'
import { sendRound } from '../src/mail/mailer.ts'
import { atOnce, type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail
let cookie: string

/** 1 March 2026 is a Sunday. */
const at = (day: number, time = '10:00') => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00Z`)

beforeAll(async () => {
  mail = await runWithMail(false, { ...atOnce, actions: true })
})

afterAll(() => mail.stop())

beforeEach(() => {
  mail.catcher.caught.length = 0
})

async function on(now: Date): Promise<void> {
  mail.running.clock.now = now
  cookie = await mail.running.signIn('p1@test.example')
}

async function add(unit: string): Promise<string> {
  const added = await mail.running.app.inject({
    method: 'POST',
    url: '/api/actions',
    headers: { cookie },
    payload: {
      unit,
      title: 'Shorter meetings',
      cause: null,
      owner: { kind: 'words', text: 'Everybody' },
      due: '2026-06-01',
    },
  })
  expect(added.statusCode, added.body).toBe(201)
  return added.json().id
}

const change = (id: string, payload: object) =>
  mail.running.app.inject({ method: 'PATCH', url: `/api/actions/${id}`, headers: { cookie }, payload })

/** What the daily job does, and what leaves by it. */
async function daily(now: Date) {
  mail.running.clock.now = now
  const { database, marks, organisation } = mail.running
  const ordered = await mailActions({ database, marks }, organisation, now)
  await sendRound(mail.parts)
  return ordered
}

const told = () => mail.catcher.caught.map(({ to }) => to).sort()

test('the people of a unit are told once on Monday after nine, several actions in one mail, in the own language', async () => {
  await on(at(4))
  await add('hall')
  await add('hall')
  expect(await daily(at(9, '08:59'))).toBeNull()
  expect(await daily(at(9, '09:00'))).toEqual({ people: 5 })
  const [again, andAgain] = await Promise.all([daily(at(9, '12:00')), daily(at(10))])
  expect([again, andAgain]).toEqual([null, null])
  expect(told()).toEqual([1, 2, 3, 4, 5].map((n) => `h${n}@test.example`))
  const { text, headers } = mail.mailTo('h1@test.example')
  expect(headers.get('subject')).toBe('Test organisation: what came of your answers')
  expect(text).toContain('https://chorus.example.org/\n')
  expect(text).not.toContain('Shorter meetings')
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
})

test('a changed state is news, a changed title is none, and what happens above a unit is told in it', async () => {
  await on(at(11))
  const action = await add('top')
  await daily(at(16))
  expect(told()).toHaveLength(19)
  mail.catcher.caught.length = 0
  await on(at(17))
  expect((await change(action, { title: 'Meetings of half an hour' })).statusCode).toBe(200)
  expect(await daily(at(23))).toEqual({ people: 0 })
  await on(at(24))
  expect((await change(action, { state: 'done' })).statusCode).toBe(200)
  expect(await daily(at(30))).toEqual({ people: 19 })
})

test('after an outage of two weeks what was missed is told once', async () => {
  await on(at(31))
  await add('office')
  expect(await daily(new Date('2026-04-15T10:00:00Z'))).toEqual({ people: 14 })
  expect(await daily(new Date('2026-04-16T10:00:00Z'))).toBeNull()
})

test('who wants no such mails gets none, and keeps the others', async () => {
  await on(new Date('2026-04-16T10:00:00Z'))
  const set = await mail.running.app.inject({
    method: 'PUT',
    url: '/api/my/reminders?topic=actions',
    headers: { cookie },
    payload: { wanted: false },
  })
  expect(set.json()).toEqual({ topic: 'actions', wanted: false })
  for (const topic of ['reminders', 'results'])
    expect(
      (
        await mail.running.app.inject({ url: `/api/my/reminders?topic=${topic}`, headers: { cookie } })
      ).json(),
    ).toEqual({ topic, wanted: true })
  await add('office')
  await daily(new Date('2026-04-20T10:00:00Z'))
  expect(told()).toHaveLength(13)
  expect(told()).not.toContain('p1@test.example')
})

test('it waits for the end of quiet hours, and the week is that of the organisation’s zone', async () => {
  const { office } = mail.running.database
  await on(new Date('2026-04-22T10:00:00Z'))
  await add('hall')
  const zone = 'Pacific/Auckland'
  const quiet = { hours: { from: '08:00', to: '10:00' }, days: [] }
  await writeMailSettings(office, mail.running.organisation, { ...atOnce, actions: true, zone, quiet })
  expect(await daily(new Date('2026-04-26T20:59:00Z'))).toBeNull()
  expect(await daily(new Date('2026-04-26T21:00:00Z'))).toEqual({ people: 5 })
  expect(told()).toEqual([])
  await daily(new Date('2026-04-26T22:00:00Z'))
  expect(told()).toHaveLength(5)
})

test('nobody is told of anything unless HR wants it', async () => {
  const { office } = mail.running.database
  await on(new Date('2026-04-29T10:00:00Z'))
  await add('hall')
  await writeMailSettings(office, mail.running.organisation, atOnce)
  expect(await daily(new Date('2026-05-04T10:00:00Z'))).toBeNull()
  expect(told()).toEqual([])
})

test('whoever left is neither told nor counted', async () => {
  const { office } = mail.running.database
  await writeMailSettings(office, mail.running.organisation, { ...atOnce, actions: true })
  await on(new Date('2026-06-03T10:00:00Z'))
  await add('hall')
  await office.execute(`UPDATE person SET erase_on = '2026-07-01' WHERE external_id = 'h2'`)
  expect(await daily(new Date('2026-06-08T09:00:00Z'))).toEqual({ people: 4 })
  expect(told()).toEqual([1, 3, 4, 5].map((n) => `h${n}@test.example`))
})
