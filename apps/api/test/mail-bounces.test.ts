import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { sendRound } from '../src/mail/mailer.ts'
import { type RunningMail, runWithMail } from './support/running-mail.ts'

let mail: RunningMail
let administrator: string
let secret: string

beforeAll(async () => {
  mail = await runWithMail(false)
  await onServer(mail.running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'administrator' WHERE email = 'p2@test.example'`),
  )
  administrator = await mail.running.signIn('p2@test.example')
})

afterAll(() => mail.stop())

const ofSecret = (method: 'GET' | 'POST' | 'DELETE') =>
  mail.running.app.inject({ method, url: '/api/mail/bounce-secret', headers: { cookie: administrator } })

const cameBack = (bounces: object[], bearer = secret) =>
  mail.running.app.inject({
    method: 'POST',
    url: '/api/mail/bounces',
    headers: { authorization: `Bearer ${bearer}` },
    payload: { bounces },
  })

const setEmail = (from: string, to: string) =>
  onServer(mail.running.databaseUrl, (client) =>
    client.query('UPDATE person SET email = $2 WHERE email = $1', [from, to]),
  )

const marks = () =>
  onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query('SELECT address, kind, days FROM mail_bounce ORDER BY address')
    return rows
  })

const refused = async () => (await mail.state()).refused as readonly { email: string; reason: string }[]

/** For the marks, without the end of a session or of the wave. */
const daysGoBy = (count: number) =>
  onServer(mail.running.databaseUrl, (client) =>
    client.query('UPDATE mail_bounce SET day = day - $1::int', [count]),
  )

test('an administrator makes the secret, which is shown once and opens one door alone', async () => {
  expect((await ofSecret('GET')).json()).toEqual({ madeOn: null })
  const [first, second] = await Promise.all([ofSecret('POST'), ofSecret('POST')])
  expect([first.statusCode, second.statusCode], 'two at once').toEqual([201, 201])
  const made = await ofSecret('POST')
  expect(made.statusCode).toBe(201)
  secret = made.json().secret
  expect((await ofSecret('GET')).json()).toEqual({ madeOn: made.json().madeOn })
  const bounce = [{ address: 'nobody@example.org', kind: 'hard' }]
  expect((await cameBack(bounce)).statusCode).toBe(204)
  for (const wrong of [first.json().secret, second.json().secret, '', 'x', secret.slice(0, -1)])
    expect((await cameBack(bounce, wrong)).json()).toMatchObject({ code: 'token-not-valid', status: 401 })
  const elsewhere = await mail.running.app.inject({
    url: '/api/channels',
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(elsewhere.statusCode).toBe(401)
  await onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query('SELECT s::text AS row FROM bounce_secret s')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

test('what has not the form of bounces is refused whole', async () => {
  const one = { address: 'p3@test.example', kind: 'hard' }
  for (const wrong of [
    [],
    Array.from({ length: 101 }, () => one),
    [one, { ...one, kind: 'odd' }],
    [{ kind: 'hard' }],
  ])
    expect((await cameBack(wrong)).statusCode).toBe(400)
  expect(await marks()).toEqual([])
})

test('an invitation that came back is shown to HR, and the answer tells nobody whose address is known', async () => {
  await mail.order('invitation')
  await sendRound(mail.parts)
  const answers = await Promise.all([
    cameBack([{ address: 'P3@test.example', kind: 'hard' }]),
    cameBack([{ address: 'stranger@test.example', kind: 'hard' }]),
  ])
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
    [204, ''],
    [204, ''],
  ])
  expect(await refused()).toMatchObject([{ email: 'p3@test.example', reason: 'returned' }])
})

test('an address that came back softly counts after five days in a row, however often on one day', async () => {
  const soft = () => cameBack([{ address: 'p4@test.example', kind: 'soft' }])
  const softMark = async () => (await marks()).find(({ kind }) => kind === 'soft')
  for (const _ of [1, 2, 3, 4]) {
    await Promise.all([soft(), soft()])
    await daysGoBy(1)
  }
  await daysGoBy(1)
  await soft()
  expect(await softMark()).toMatchObject({ address: 'p4@test.example', days: 1 })
  for (const _ of [2, 3, 4, 5]) {
    expect(await refused()).toHaveLength(1)
    await daysGoBy(1)
    await soft()
  }
  expect(await softMark()).toMatchObject({ days: 5 })
  expect((await refused()).map(({ email }) => email)).toEqual(['p3@test.example', 'p4@test.example'])
})

test('no mail goes there until the address changes', async () => {
  await mail.order('refused')
  const before = mail.catcher.caught.length
  await sendRound(mail.parts)
  expect(mail.catcher.caught).toHaveLength(before)
  expect((await refused()).map(({ reason }) => reason)).toEqual(['returned', 'returned'])
  await setEmail('p3@test.example', 'mended@test.example')
  await mail.order('refused')
  await sendRound(mail.parts)
  expect(mail.catcher.caught.slice(before).map(({ to }) => to)).toEqual(['mended@test.example'])
  expect(await refused()).toMatchObject([{ email: 'p4@test.example', reason: 'returned' }])
  await cameBack([{ address: 'stranger@test.example', kind: 'soft' }])
  expect((await marks()).map(({ address }: { address: string }) => address)).toEqual(['p4@test.example'])
})

test('a sign-in link that is asked for goes there all the same', async () => {
  const before = mail.catcher.caught.length
  await mail.running.app.inject({
    method: 'POST',
    url: '/api/session/link',
    payload: { email: 'p4@test.example' },
  })
  await expect.poll(() => mail.catcher.caught.length).toBe(before + 1)
})

test('what comes back once reminders are under way is noted nowhere, until a day after the close', async () => {
  expect((await mail.order('reminder')).statusCode).toBe(202)
  const before = mail.catcher.caught.length
  await sendRound(mail.parts)
  expect(mail.catcher.caught.slice(before).map(({ to }) => to)).not.toContain('p4@test.example')
  const noted = await marks()
  await cameBack([{ address: 'p5@test.example', kind: 'hard' }])
  expect(await marks()).toEqual(noted)
  await onServer(mail.running.databaseUrl, (client) => client.query(`UPDATE wave SET stage = 'published'`))
  await cameBack([{ address: 'p5@test.example', kind: 'hard' }])
  expect(await marks()).toEqual(noted)
  mail.running.clock.now = new Date(mail.running.clock.now.getTime() + 9 * 24 * 3_600_000)
  await cameBack([{ address: 'p5@test.example', kind: 'hard' }])
  expect(await marks()).toHaveLength(noted.length + 1)
})

test('a secret that was taken back opens nothing, and the trail knows who made and took it', async () => {
  administrator = await mail.running.signIn('p2@test.example')
  expect((await ofSecret('DELETE')).statusCode).toBe(204)
  expect((await cameBack([{ address: 'p6@test.example', kind: 'hard' }])).statusCode).toBe(401)
  await onServer(mail.running.databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT action FROM audit_event WHERE action LIKE 'bounce%' ORDER BY action`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'bounce secret made',
      'bounce secret made',
      'bounce secret made',
      'bounce secret removed',
    ])
  })
})
