import type { MailSettings } from '@chorus/contracts/quiet-hours'
import { afterEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { sendRound } from '../src/mail/mailer.ts'
import { atOnce, type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail

afterEach(() => mail.stop())

const nights: MailSettings['quiet'] = { hours: { from: '20:00', to: '07:00' }, days: [6, 7] }

/** With a wave that opened on Monday 2 March at 9 in Zurich and closes a week later. */
async function run(settings: Partial<MailSettings>): Promise<void> {
  mail = await runWithMail(false, { ...atOnce, zone: 'Europe/Zurich', ...settings })
}

/** A session ends after half a day of silence: weeks later HR signs in anew. */
async function askAsHr(payload?: { kind: string }) {
  const cookie = await mail.running.signIn('p1@test.example')
  const url = `/api/waves/${mail.wave}/mails`
  const method = payload === undefined ? 'GET' : 'POST'
  const answer = await mail.running.app.inject({
    method,
    url,
    headers: { cookie },
    ...(payload && { payload }),
  })
  expect(answer.statusCode).toBeLessThan(300)
  return answer.json()
}

async function sendAt(moment: string): Promise<string[]> {
  mail.running.clock.now = new Date(moment)
  mail.catcher.caught.length = 0
  await sendRound(mail.parts)
  return mail.catcher.caught.map(({ to }) => to)
}

/** The moments of all mails that wait, in the order of the roster. */
async function moments(): Promise<number[]> {
  return onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `SELECT send_at AS at FROM outgoing_mail JOIN person ON person.id = outgoing_mail.person
       ORDER BY length(external_id), external_id`,
    )
    return rows.map(({ at }) => at.getTime())
  })
}

async function choose(email: string, payload: unknown): Promise<void> {
  const cookie = await mail.running.signIn(email)
  const url = '/api/my/quiet-hours'
  const answer = await mail.running.app.inject({
    method: 'PUT',
    url,
    headers: { cookie },
    payload: payload as object,
  })
  expect(answer.statusCode).toBe(200)
  const read = await mail.running.app.inject({ url, headers: { cookie } })
  expect(read.json().own).toEqual(payload)
}

test('what is ordered at night leaves in the morning, and spread again', async () => {
  await run({ quiet: nights, spreadMinutes: 20 })
  mail.running.clock.now = new Date('2026-03-06T21:00:00Z')
  await askAsHr({ kind: 'invitation' })
  expect(await sendAt('2026-03-06T22:00:00Z')).toEqual([])
  // Monday, seven o'clock in Zurich; by twenty past all are gone.
  expect(await sendAt('2026-03-09T05:59:59Z')).toEqual([])
  const waiting = await moments()
  expect(new Set(waiting).size).toBe(14)
  expect(Math.min(...waiting)).toBeGreaterThanOrEqual(Date.parse('2026-03-09T06:00:00Z'))
  expect(Math.max(...waiting)).toBeLessThanOrEqual(Date.parse('2026-03-09T06:20:00Z'))
  expect(await sendAt('2026-03-09T06:20:01Z')).toHaveLength(14)
})

test('quiet hours that last until the close: nobody is written to, and HR is told how many', async () => {
  // It closes on a Monday at ten in Zurich.
  await run({ quiet: { hours: { from: '20:00', to: '11:00' }, days: [6, 7] } })
  mail.running.clock.now = new Date('2026-03-07T10:00:00Z')
  expect(await askAsHr({ kind: 'invitation' })).toMatchObject({ invitation: { left: 14, dropped: 0 } })
  expect(await sendAt('2026-03-07T10:00:00Z')).toEqual([])
  expect(await askAsHr()).toMatchObject({ invitation: { people: 14, left: 0, dropped: 14 } })
})

test('own quiet hours and an own zone hold for one person, and no page, file or trail of HR changes by them', async () => {
  await run({ quiet: nights })
  const before = await mail.running.app.inject({ url: '/api/audit-trail', headers: { cookie: mail.hr } })
  // Ten in the morning in Zurich is night in Lima, and the person of early hours sleeps until eleven.
  await choose('p2@test.example', { zone: 'America/Lima', quiet: null })
  await choose('p3@test.example', { zone: null, quiet: { hours: { from: '21:00', to: '11:00' }, days: [] } })
  await choose('p4@test.example', { zone: null, quiet: { hours: null, days: [] } })
  await mail.order('invitation')
  expect(await sendAt('2026-03-02T09:00:00Z')).toHaveLength(12)
  expect(await sendAt('2026-03-02T10:00:00Z')).toEqual(['p3@test.example'])
  expect(await sendAt('2026-03-02T12:00:00Z')).toEqual(['p2@test.example'])
  const after = await mail.running.app.inject({ url: '/api/audit-trail', headers: { cookie: mail.hr } })
  expect(after.json().events.slice(1)).toEqual(before.json().events)
})

test('a sign-in link that somebody asks for leaves at any hour', async () => {
  await run({ quiet: nights })
  mail.running.clock.now = new Date('2026-03-03T23:00:00Z')
  const payload = { email: 'p2@test.example' }
  await mail.running.app.inject({ method: 'POST', url: '/api/session/link', payload })
  await expect.poll(() => mail.catcher.caught.map(({ to }) => to)).toEqual(['p2@test.example'])
})

test('moments are spread over the whole time, and say nothing of the place on the roster', async () => {
  await run({ spreadMinutes: 60 })
  const began = mail.running.clock.now.getTime()
  const people = 14
  const orders: number[][] = []
  for (let order = 0; order < 20; order++) {
    await onServer(mail.running.databaseUrl, (client) =>
      client.query('DELETE FROM outgoing_mail; DELETE FROM mailing'),
    )
    await mail.order('invitation')
    orders.push((await moments()).map((at) => (at - began) / 3_600_000))
  }
  const shares = orders.flat()
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  // Kolmogorov and Smirnov: 280 draws stray further from even than this once in a hundred thousand times.
  expect(farthestFromEven(shares)).toBeLessThan(2.47 / Math.sqrt(shares.length))
  // Pairs that leave in the order of the roster: half of them by chance; five standard deviations of 20 random orders.
  const pairs = (people * (people - 1)) / 2
  const inOrder = orders.reduce((sum, order) => sum + pairsInOrder(order), 0)
  const deviation = Math.sqrt((orders.length * people * (people - 1) * (2 * people + 5)) / 72)
  expect(Math.abs(inOrder - (orders.length * pairs) / 2)).toBeLessThan(5 * deviation)
})

function farthestFromEven(shares: readonly number[]): number {
  const sorted = shares.toSorted((a, b) => a - b)
  return Math.max(...sorted.map((share, at) => Math.abs(share - (at + 0.5) / sorted.length)))
}

function pairsInOrder(moments: readonly number[]): number {
  return moments.reduce(
    (sum, moment, at) => sum + moments.slice(at + 1).filter((later) => later > moment).length,
    0,
  )
}
