import type { RuleChange, RuleChanges } from '@chorus/contracts/rights'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string
let council: string
let programme: string

beforeEach(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  council = await running.signIn('top3@test.example')
  const payload = { name: 'Pulse', policy: { k: 5, commentK: 10, comments: true } }
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/programmes',
    headers: { cookie: hr },
    payload,
  })
  programme = made.json().id
})

afterEach(() => running.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function ask(method: Method, url: string, cookie: string, payload?: object) {
  const answer = await running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

const propose = (payload: object) => ask('PATCH', `/api/programmes/${programme}/policy`, hr, payload)
const decide = (change: string, payload: object, cookie = council) =>
  ask('POST', `/api/rule-changes/${change}/decision`, cookie, payload)
const changes = async (cookie: string): Promise<RuleChanges> =>
  (await ask('GET', '/api/rule-changes', cookie)).body
const policyNow = async () => (await ask('GET', '/api/programmes', hr)).body.programmes[0].policy

async function withSecondPerson(): Promise<void> {
  expect((await ask('PUT', '/api/second-person', hr, { on: true })).body).toMatchObject({ state: 'agreed' })
}

async function manifestOf(wave: string) {
  const { canonical } = (await running.app.inject({ url: `/w/${wave}/manifest` })).json()
  return JSON.parse(canonical)
}

async function closeAndPublish(wave: string): Promise<void> {
  for (const step of ['close', 'publish'])
    expect((await ask('POST', `/api/waves/${wave}/${step}`, hr)).status, step).toBeLessThan(300)
}

test('without a second person HR changes the policy alone, from the next wave on, and everybody can read that', async () => {
  const first = await openWaveOverHttp(running, hr, programme)
  const { status, body } = await propose({ commentK: 12 })
  expect([status, body.state, body.decidedBy]).toEqual([201, 'agreed', null])
  expect((await manifestOf(first.wave)).policy.commentK).toBe(10)
  await closeAndPublish(first.wave)
  const second = await openWaveOverHttp(running, hr, programme)
  expect(await manifestOf(second.wave)).toMatchObject({
    policy: { commentK: 12 },
    policyBefore: { commentK: 10 },
  })
  const [told] = (await changes(await running.signIn('blue1@test.example'))).changes
  expect(told).toMatchObject({
    proposedBy: 'Person top2',
    since: 'A wave',
    mayDecide: false,
    mayWithdraw: false,
  })
  await closeAndPublish(second.wave)
  const third = await openWaveOverHttp(running, hr, programme)
  expect(await manifestOf(third.wave)).not.toHaveProperty('policyBefore')
})

test('with a second person nothing changes before the works council agrees', async () => {
  await withSecondPerson()
  const { body } = await propose({ k: 6, comments: false })
  expect(body).toMatchObject({ state: 'proposed', mayDecide: false, mayWithdraw: true })
  expect(await policyNow()).toMatchObject({ k: 5, comments: true })
  expect((await decide(body.id, { agree: true })).body).toMatchObject({
    state: 'agreed',
    decidedBy: 'Person top3',
  })
  expect(await policyNow()).toMatchObject({ k: 6, comments: false })
  expect((await decide(body.id, { agree: false, reason: 'too late' })).body.code).toBe('change-decided')
})

test('the works council declines with a reason, which HR reads and nobody else', async () => {
  await withSecondPerson()
  const { body } = await propose({ comments: false })
  expect((await decide(body.id, { agree: false })).status).toBe(400)
  expect((await decide(body.id, { agree: false, reason: 'Comments help' })).body.state).toBe('declined')
  expect(await policyNow()).toMatchObject({ comments: true })
  const seen = (list: RuleChanges) => list.changes.map(({ state, reason }) => `${state} ${reason}`)
  expect(seen(await changes(hr))).toContain('declined Comments help')
  expect(seen(await changes(await running.signIn('red1@test.example')))).toEqual(['agreed '])
})

test('nobody is both: who proposed cannot agree, not even after becoming the works council', async () => {
  await withSecondPerson()
  const { body } = await propose({ k: 6 })
  expect((await decide(body.id, { agree: true }, hr)).body.code).toBe('not-allowed')
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'auditor' WHERE email = 'top2@test.example'`),
  )
  expect((await decide(body.id, { agree: true }, hr)).body.code).toBe('own-change')
  expect((await decide(body.id, { agree: true }, await running.signIn('tiny2@test.example'))).body.code).toBe(
    'not-allowed',
  )
  expect((await decide(body.id, { agree: true })).body.state).toBe('agreed')
})

test('switching the second person off needs the second person', async () => {
  await withSecondPerson()
  const { body } = await ask('PUT', '/api/second-person', hr, { on: false })
  expect(body).toMatchObject({ state: 'proposed' })
  expect((await propose({ k: 6 })).body.state).toBe('proposed')
  await decide(body.id, { agree: true })
  expect((await changes(hr)).secondPerson).toBe(false)
})

test('it cannot be asked for while nobody could agree', async () => {
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'employee' WHERE role = 'auditor'`),
  )
  expect((await ask('PUT', '/api/second-person', hr, { on: true })).body.code).toBe('nobody-to-agree')
})

test('thresholds rise and never fall, and a wave never opens under a policy that was changed in between', async () => {
  for (const wish of [{ k: 4 }, { commentK: 9 }, { cutK: 3 }, { k: 2 }])
    expect(['policy-falls', 'malformed-request'], JSON.stringify(wish)).toContain(
      (await propose(wish)).body.code,
    )
  expect((await propose({})).body.code).toBe('nothing-changes')
  expect((await propose({ k: 6, unknown: 1 })).body.code).toBe('malformed-request')
  expect(await policyNow()).toMatchObject({ k: 5, commentK: 10 })
})

test('one change of a programme waits at a time; taken back, it makes room for another', async () => {
  await withSecondPerson()
  const { body } = await propose({ k: 6 })
  expect((await propose({ k: 7 })).body.code).toBe('change-waiting')
  expect((await ask('DELETE', `/api/rule-changes/${body.id}`, council)).body.code).toBe('not-allowed')
  expect((await ask('DELETE', `/api/rule-changes/${body.id}`, hr)).body.state).toBe('withdrawn')
  expect((await propose({ k: 7 })).body.state).toBe('proposed')
  expect((await decide(body.id, { agree: true })).body.code).toBe('change-decided')
})

test('two of the works council who decide at once decide once', async () => {
  await withSecondPerson()
  const { body } = await propose({ k: 6 })
  const answers = await Promise.all([
    decide(body.id, { agree: true }),
    decide(body.id, { agree: false, reason: 'no' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const [decided] = (await changes(hr)).changes.filter(({ id }) => id === body.id)
  expect((await policyNow()).k).toBe(decided?.state === 'agreed' ? 6 : 5)
})

test('the effect is shown by name before anything is proposed, and changes nothing', async () => {
  const { body } = await ask('POST', `/api/programmes/${programme}/policy/preview`, hr, { k: 7 })
  expect(body.joined.map(({ unit }: { unit: string }) => unit)).toEqual(['Green'])
  expect(await policyNow()).toMatchObject({ k: 5 })
  expect((await changes(hr)).changes).toEqual([])
})

test('the audit trail says who proposed and who agreed to what', async () => {
  await withSecondPerson()
  const { body }: { body: RuleChange } = await propose({ commentK: 12 })
  await decide(body.id, { agree: true })
  const { events } = (await ask('GET', '/api/audit-trail', council)).body
  const told = events.map(
    ({ actor, action, subject }: Record<string, string>) => `${actor} | ${action} | ${subject}`,
  )
  expect(told.slice(0, 3)).toEqual([
    'Person top3 | rule change agreed | Pulse: commentK 10 -> 12',
    'Person top2 | rule change proposed | Pulse: commentK 10 -> 12',
    'Person top2 | rule changed | a second person for changes of the rules: on',
  ])
})
