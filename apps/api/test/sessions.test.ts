import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await runApp(smallCompany())
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, cookie: string, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })

const isSignedIn = async (cookie: string) => (await ask('GET', '/api/session', cookie)).statusCode === 200

async function sessionsOf(cookie: string): Promise<{ id: string; here: boolean }[]> {
  return (await ask('GET', '/api/my/sessions', cookie)).json().sessions
}

test('everybody sees the own sessions, this one first, and of the others nothing but that they are there', async () => {
  const phone = await running.signIn('red1@test.example')
  const laptop = await running.signIn('red1@test.example')
  await running.signIn('red2@test.example')
  const seen = await sessionsOf(laptop)
  expect(seen.map(({ here }) => here)).toEqual([true, false])
  expect(seen.map((one) => Object.keys(one))).toEqual([
    ['id', 'here'],
    ['id', 'here'],
  ])
  expect((await sessionsOf(phone))[0]?.id).toBe(seen[1]?.id)
})

test('one is ended, or all others; those of somebody else cannot be', async () => {
  const [phone, laptop, tablet] = await Promise.all([0, 1, 2].map(() => running.signIn('blue1@test.example')))
  const stranger = await running.signIn('blue2@test.example')
  const strange = (await sessionsOf(stranger))[0]?.id
  const refused = await ask('DELETE', `/api/my/sessions/${strange}`, phone ?? '')
  expect(refused.json().code).toBe('unknown-session')
  expect(await isSignedIn(stranger)).toBe(true)
  const laptopId = (await sessionsOf(laptop ?? ''))[0]?.id
  expect((await ask('DELETE', `/api/my/sessions/${laptopId}`, phone ?? '')).statusCode).toBe(204)
  expect(await Promise.all([phone, laptop, tablet].map((cookie) => isSignedIn(cookie ?? '')))).toEqual([
    true,
    false,
    true,
  ])
  await ask('DELETE', '/api/my/sessions', phone ?? '')
  expect(await isSignedIn(tablet ?? '')).toBe(false)
  expect(await sessionsOf(phone ?? '')).toHaveLength(1)
  expect(await isSignedIn(stranger)).toBe(true)
})

test('HR and administrators end all sessions of a person, by address or id, learn nothing of them, and it is noted', async () => {
  const hr = await running.signIn('top2@test.example')
  const administrator = await running.signIn('tiny2@test.example')
  const there = await running.signIn('green1@test.example')
  const answers = [
    await ask('POST', '/api/sessions/end', hr, { person: 'Green1@test.example' }),
    await ask('POST', '/api/sessions/end', administrator, { person: 'green1' }),
  ]
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
    [200, '{"person":"Person green1"}'],
    [200, '{"person":"Person green1"}'],
  ])
  expect(await isSignedIn(there)).toBe(false)
  expect((await ask('POST', '/api/sessions/end', hr, { person: 'nobody' })).json().code).toBe(
    'unknown-person',
  )
  const auditor = await running.signIn('top3@test.example')
  const { events } = (await ask('GET', '/api/audit-trail', auditor)).json()
  expect(events.slice(0, 2)).toMatchObject([
    { action: 'sessions of somebody ended', actor: 'Person tiny2', subject: 'Person green1' },
    { action: 'sessions of somebody ended', actor: 'Person top2', subject: 'Person green1' },
  ])
})

test('with several full pages, and while others sign in, none of a person is left, and nobody else’s is lost', async () => {
  const others = await Promise.all(Array.from({ length: 80 }, () => running.signIn('red3@test.example')))
  const own = await Promise.all(Array.from({ length: 60 }, () => running.signIn('red4@test.example')))
  const [here = ''] = own
  const [newcomers] = await Promise.all([
    Promise.all(Array.from({ length: 20 }, () => running.signIn('red5@test.example'))),
    ask('DELETE', '/api/my/sessions', here),
  ])
  expect(await sessionsOf(here)).toHaveLength(1)
  expect(await sessionsOf(others[0] ?? '')).toHaveLength(80)
  expect(await sessionsOf(newcomers[0] ?? '')).toHaveLength(20)
})
