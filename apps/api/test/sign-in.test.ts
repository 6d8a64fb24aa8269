import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSignInLink } from '../src/access/sign-in-link.ts'
import { cookieOf, type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await runApp(smallCompany())
})

afterAll(() => running.stop())

async function linkFor(
  email: string,
  options: { hoursValid?: number; reusable?: boolean } = {},
): Promise<string> {
  const link = await makeSignInLink(running.database.office, running.organisation, email, {
    now: running.clock.now,
    hoursValid: options.hoursValid ?? 1,
    reusable: options.reusable ?? false,
  })
  if (!link.ok) throw new Error('nobody has this address')
  return link.value.path.split('#')[1] ?? ''
}

const signInWith = (token: string) =>
  running.app.inject({ method: 'POST', url: '/api/session', payload: { token } })

const whoAmI = (cookie: string) => running.app.inject({ url: '/api/session', headers: { cookie } })

test('a link signs in once; the second time it is a link like one that was never made', async () => {
  const token = await linkFor('red1@test.example')
  const first = await signInWith(token)
  expect(first.statusCode).toBe(200)
  expect(first.json()).toMatchObject({ roles: ['employee', 'manager'], leads: [{ id: 'red', name: 'Red' }] })
  const second = await signInWith(token)
  expect(second.statusCode).toBe(401)
  expect(second.headers['content-type']).toMatch('application/problem+json')
  expect(second.json()).toMatchObject({ code: 'link-not-valid', status: 401 })
})

test('a link is not used up before somebody presses: programs that read mails open links, too', async () => {
  const token = await linkFor('green4@test.example')
  const payload = { token, automatic: true }
  for (const _ of ['a scanner', 'a person']) {
    const opened = await running.app.inject({ method: 'POST', url: '/api/session', payload })
    expect(opened.json().code).toBe('link-needs-press')
    expect(opened.headers['set-cookie']).toBeUndefined()
  }
  expect((await signInWith(token)).statusCode).toBe(200)
})

test('of two requests with one link at once only one signs in', async () => {
  const token = await linkFor('green1@test.example')
  const answers = await Promise.all(Array.from({ length: 5 }, () => signInWith(token)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401, 401, 401])
})

test('a used link leaves no row, and a reusable one is not touched: its row stays the very same', async () => {
  const rows = async () => {
    const found = await running.database.office.execute<{ at: string }>(
      `SELECT ctid || ' ' || xmin AS at FROM sign_in_link`,
    )
    return found.rows.map(({ at }) => at)
  }
  const before = await rows()
  await signInWith(await linkFor('green2@test.example'))
  expect(await rows()).toEqual(before)
  const token = await linkFor('green3@test.example', { reusable: true })
  const withReusable = await rows()
  expect(withReusable).toHaveLength(before.length + 1)
  for (const _ of ['once', 'twice']) expect((await signInWith(token)).statusCode).toBe(200)
  expect(await rows()).toEqual(withReusable)
})

test('an expired link and one that was never made are told apart', async () => {
  const token = await linkFor('red2@test.example', { hoursValid: 2 })
  running.clock.now = new Date(running.clock.now.getTime() + 3 * 3_600_000)
  expect((await signInWith(token)).json().code).toBe('link-expired')
  expect((await signInWith('made-up')).json().code).toBe('link-not-valid')
})

test('the session travels in a cookie that no script can read and no other site can send', async () => {
  const answer = await signInWith(await linkFor('red3@test.example'))
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect((await whoAmI(cookieOf(cookie))).json().person.email).toBe('red3@test.example')
})

test('a token past its 15 minutes is exchanged; the one before it still serves a request under way', async () => {
  const first = await running.signIn('red4@test.example')
  running.clock.now = new Date(running.clock.now.getTime() + 20 * 60_000)
  const rotated = await whoAmI(first)
  const second = cookieOf(rotated.headers['set-cookie'])
  expect(rotated.statusCode).toBe(200)
  expect(second).not.toBe(first)
  expect((await whoAmI(first)).statusCode).toBe(200)
  expect((await whoAmI(second)).statusCode).toBe(200)
})

test('a token two rotations old was copied: it ends the session for everybody who holds it', async () => {
  const stolen = await running.signIn('red5@test.example')
  let current = stolen
  for (let round = 0; round < 2; round++) {
    running.clock.now = new Date(running.clock.now.getTime() + 20 * 60_000)
    current = cookieOf((await whoAmI(current)).headers['set-cookie'])
  }
  expect((await whoAmI(stolen)).json().code).toBe('session-ended')
  expect((await whoAmI(current)).json().code).toBe('session-ended')
})

test('after twelve silent hours the person signs in again', async () => {
  const cookie = await running.signIn('red6@test.example')
  running.clock.now = new Date(running.clock.now.getTime() + 13 * 3_600_000)
  expect((await whoAmI(cookie)).json().code).toBe('session-ended')
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = await running.signIn('red7@test.example')
  const out = await running.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
  expect(out.statusCode).toBe(204)
  expect((await whoAmI(cookie)).json().code).toBe('session-ended')
})

test('a forged token is refused', async () => {
  const cookie = await running.signIn('red8@test.example')
  expect((await whoAmI(`${cookie.slice(0, -3)}abc`)).json().code).toBe('session-ended')
})

test('a change that another site asks for is refused', async () => {
  const cookie = await running.signIn('blue1@test.example')
  const attempt = await running.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { cookie, origin: 'https://elsewhere.example', host: 'chorus.example' },
  })
  expect(attempt.json().code).toBe('cross-site-request')
})
