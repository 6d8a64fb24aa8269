import { afterAll, beforeAll, expect, test } from 'vitest'
import { digitsOf as shownDigits } from './support/digits-of.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp

const password = 'correct horse battery'
const email = 'tiny2@test.example'

beforeAll(async () => {
  running = await runApp(smallCompany())
})

afterAll(() => running.stop())

/** As the administrator; signed in anew each time, because the clock of these tests makes great leaps. */
async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const cookie = await running.signIn(email)
  return running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
}

const signIn = (given: { email?: string; password?: string; code: string }) =>
  running.app.inject({ method: 'POST', url: '/api/session/password', payload: { email, password, ...given } })

const later = (seconds: number) => {
  running.clock.now = new Date(running.clock.now.getTime() + seconds * 1000)
}

const digitsOf = (key: string) => shownDigits(key, running.clock.now)

/** Sets the password and gives the key of its second factor and the recovery codes. */
async function setUp(
  changes: Record<string, unknown> = {},
): Promise<{ key: string; recoveryCodes: string[]; code?: string }> {
  const { key, setUp } = (await ask('POST', '/api/my/password/begin')).json()
  const payload = { setUp, password, code: digitsOf(key), ...changes }
  return { key, ...(await ask('PUT', '/api/my/password', payload)).json() }
}

test('a weak password, wrong digits or an old set-up sets nothing', async () => {
  expect((await setUp({ password: 'short' })).code).toBe('password-too-short')
  expect((await setUp({ password: 'person tiny2' })).code).toBe('password-too-common')
  expect((await setUp({ code: '000000' })).code).toBe('second-factor-not-valid')
  const { key, setUp: old } = (await ask('POST', '/api/my/password/begin')).json()
  later(601)
  const late = await ask('PUT', '/api/my/password', { setUp: old, password, code: digitsOf(key) })
  expect(late.json().code).toBe('set-up-over')
  expect((await ask('GET', '/api/my/password')).json()).toEqual({ isSet: false, recoveryCodesLeft: 0 })
})

test('password and digits sign in, each digits once; a recovery code does in their place, once', async () => {
  const { key, recoveryCodes } = await setUp()
  expect(recoveryCodes).toHaveLength(10)
  expect((await signIn({ code: digitsOf(key) })).json().code).toBe('password-not-valid')
  later(30)
  const code = digitsOf(key)
  const answers = await Promise.all([signIn({ code }), signIn({ code })])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
  expect(answers.find(({ statusCode }) => statusCode === 200)?.json().roles).toContain('administrator')
  later(30)
  const recovery = recoveryCodes[3]?.toLowerCase() ?? ''
  expect((await signIn({ code: recovery })).statusCode).toBe(200)
  expect((await signIn({ code: recovery })).json().code).toBe('password-not-valid')
  expect((await ask('GET', '/api/my/password')).json()).toEqual({ isSet: true, recoveryCodesLeft: 9 })
  later(3601)
})

test('a wrong password, wrong digits and an unknown address get the very same answer', async () => {
  const told = await Promise.all([
    signIn({ password: 'another horse battery', code: '123456' }),
    signIn({ code: 'ABCD-EFGH-JKMN' }),
    signIn({ email: 'nobody@test.example', code: '123456' }),
    signIn({ email: 'red1@test.example', code: '123456' }),
  ])
  expect(new Set(told.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
  later(3601)
})

test('after three wrong tries the next one waits, says how long, and a right password waits too; others do not', async () => {
  for (const _ of [1, 2, 3]) expect((await signIn({ code: '000000' })).statusCode).toBe(401)
  const refused = await signIn({ code: '000000' })
  expect(refused.json()).toMatchObject({ code: 'wait-before-next-try', status: 429, retryAfter: 15 })
  expect(refused.headers['retry-after']).toBe('15')
  expect((await signIn({ email: 'nobody@test.example', code: '000000' })).statusCode).toBe(401)
  later(15)
  expect((await signIn({ code: '000000' })).statusCode).toBe(401)
  later(3601)
})

test('it is changed and removed by confirming what was there, and the trail notes both', async () => {
  expect((await setUp()).code).toBe('password-not-valid')
  expect((await setUp({ current: { password, code: '000000' } })).code).toBe('password-not-valid')
  const rows = await running.database.office.execute('DELETE FROM administrator_password')
  expect(rows.rowCount).toBe(1)
  const first = await setUp()
  later(60)
  const current = { password, code: digitsOf(first.key) }
  const changed = await setUp({ password: 'quite another sentence', current })
  expect(changed.recoveryCodes).toHaveLength(10)
  later(60)
  expect((await signIn({ code: digitsOf(changed.key) })).json().code).toBe('password-not-valid')
  const given = { password: 'quite another sentence', code: digitsOf(changed.key) }
  expect((await ask('POST', '/api/my/password/remove', given)).statusCode).toBe(204)
  later(60)
  expect((await signIn({ ...given, code: digitsOf(changed.key) })).json().code).toBe('password-not-valid')
  const { rows: events } = await running.database.office.execute<{ action: string; subject: string }>(
    `SELECT action, subject FROM audit_event ORDER BY number DESC LIMIT 2`,
  )
  expect(events).toEqual([
    { action: 'administrator password removed', subject: 'Person tiny2' },
    { action: 'administrator password set', subject: 'Person tiny2' },
  ])
  later(3601)
})

test('whoever is no administrator any more does not come in by it', async () => {
  const { key } = await setUp()
  const { office } = running.database
  await office.execute(`UPDATE person SET role = 'hr' WHERE email = '${email}'`)
  later(60)
  expect((await signIn({ code: digitsOf(key) })).json().code).toBe('password-not-valid')
  await office.execute(`UPDATE person SET role = 'administrator' WHERE email = '${email}'`)
  expect((await signIn({ code: digitsOf(key) })).statusCode).toBe(200)
})

test('a copy of the database holds neither password nor key nor recovery codes, and a hash at the cost of RFC 9106', async () => {
  await running.database.office.execute('DELETE FROM administrator_password')
  const { key, recoveryCodes } = await setUp()
  const { rows } = await running.database.office.execute<{ hash: string; all: string }>(
    `SELECT hash, encode(totp, 'escape') || array_to_string(recovery_codes || used_steps, ' ') AS all FROM administrator_password`,
  )
  expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/)
  for (const secret of [password, key, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(secret)
})
