import type { Rhythm } from '@chorus/contracts/rhythm'
import type { RuleChange, RuleChanges } from '@chorus/contracts/rights'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { exceptions } from './support/changed-by-one.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { startTestProvider, type TestProvider } from './support/test-provider.ts'

let running: RunningApp
let identity: TestProvider
let hr: string
let administrator: string
let council: string
let programme: string
let questionnaire: string
let token: string
let trusted: string

const weekly: Rhythm = {
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 2, weekday: 1 },
  opensAt: '09:00',
  from: '2026-03-02',
  windowDays: 4,
  closesAt: '17:00',
  reminderDays: [2],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'skip',
  paused: false,
}

beforeAll(async () => {
  identity = await startTestProvider(['http://127.0.0.1/api/sign-in/callback'])
})

afterAll(() => identity?.stop())

beforeEach(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  administrator = await running.signIn('tiny2@test.example')
  council = await running.signIn('top3@test.example')
  const policy = { k: 5, commentK: 10 }
  programme = (await ask('POST', '/api/programmes', hr, { name: 'Pulse', policy })).body.id
  await ask('PATCH', `/api/programmes/${programme}/rhythm`, hr, { rhythm: weekly })
  const own = { name: 'Own', language: 'en', from: 'nothing' }
  const { id, content } = (await ask('POST', '/api/instruments', hr, own)).body
  questionnaire = id
  const item = { id: 'own-1', reversed: false, min: 1, max: 5, text: { en: 'I can work undisturbed.' } }
  const scale = { id: 'own', name: { en: 'Focus' }, role: 'core', source: '', items: [item] }
  const written = { revision: 0, content: { ...content, scales: [scale] } }
  await ask('PUT', `/api/instruments/${id}/draft`, hr, written)
  const final = await ask('POST', `/api/instruments/${id}/final`, hr, { revision: 1 })
  expect(final.body.state).toBe('final')
  expect((await provider({})).body).toEqual({ waits: false })
  token = (await ask('POST', '/api/scim/tokens', administrator, { name: 'Entra' })).body.id
  trusted = (await nameTrusted('red3', 'green1')).body.id
  expect((await ask('PUT', '/api/second-person', hr, { on: true })).body.state).toBe('agreed')
})

afterEach(() => running.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function ask(method: Method, url: string, cookie: string, payload?: object) {
  const answer = await running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const provider = (given: object) =>
  ask('PUT', '/api/sign-in-settings/provider', administrator, {
    name: 'Account',
    issuer: identity.issuer,
    ...identity.client,
    match: 'email',
    claim: 'email',
    domains: ['test.example'],
    offered: true,
    ...given,
  })
/** @param person who reads concerns from then on, and who stands behind */
async function nameTrusted(person: string, escalation: string) {
  const idOf = async (who: string) =>
    (await ask('GET', `/api/people?search=${who}@`, hr)).body.people[0].id as string
  const words = { office: 'Ombudsperson', about: 'Only I read it.', languages: ['en'] }
  const named = { person: await idOf(person), escalation: await idOf(escalation), ...words }
  return ask('POST', '/api/trusted-persons', hr, named)
}
const changes = async (cookie: string): Promise<RuleChanges> =>
  (await ask('GET', '/api/rule-changes', cookie)).body
const waiting = async (): Promise<RuleChange[]> =>
  (await changes(council)).changes.filter(({ state }) => state === 'proposed')
const decide = (change: string, cookie: string, payload: object = { agree: true }) =>
  ask('POST', `/api/rule-changes/${change}/decision`, cookie, payload)

/** What no single person may change: just as it stands in the database. */
const guarded = () =>
  onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT jsonb_agg(jsonb_build_array(policy, instrument ->> 'id', rotation, rhythm) ORDER BY id) FROM programme) AS programmes,
        (SELECT jsonb_agg(to_jsonb(p)) FROM sign_in_provider p) AS provider,
        (SELECT jsonb_agg(jsonb_build_array(id, encode(token_hash, 'hex'), ends_at) ORDER BY id) FROM scim_token) AS tokens,
        (SELECT jsonb_agg(to_jsonb(s)) FROM scim_setting s) AS scim,
        (SELECT jsonb_agg(jsonb_build_array(id, person, escalation, office, about, ended) ORDER BY id) FROM trusted_person) AS trusted,
        (SELECT jsonb_agg(jsonb_build_array(answer_within_days, erase_after_days)) FROM concern_setting) AS concerns,
        (SELECT jsonb_agg(second_person) FROM organisation) AS second_person,
        (SELECT jsonb_agg(external_id ORDER BY external_id) FROM person WHERE role = 'auditor') AS council`)
    return rows[0]
  })

/** What each route of a guarded thing is given so that it would change it. Who watches over the rules: `rights.test.ts`. */
const guardedRoutes: Readonly<Record<string, () => Promise<{ status: number }>>> = {
  'PATCH /api/programmes/{programme}/policy': () =>
    ask('PATCH', `/api/programmes/${programme}/policy`, hr, { k: 6 }),
  'PUT /api/programmes/{programme}/reminders': () =>
    ask('PUT', `/api/programmes/${programme}/reminders`, hr, { reminders: 'not-collected' }),
  'PUT /api/programmes/{programme}/instrument': () =>
    ask('PUT', `/api/programmes/${programme}/instrument`, hr, {
      instrument: { id: questionnaire, version: 1 },
    }),
  'PATCH /api/programmes/{programme}/rhythm': () =>
    ask('PATCH', `/api/programmes/${programme}/rhythm`, hr, {
      rhythm: { ...weekly, windowDays: 3 },
      rotation: { perWave: 3 },
    }),
  'PUT /api/sign-in-settings/provider': () => provider({ claim: 'sub' }),
  'POST /api/scim/tokens': () => ask('POST', '/api/scim/tokens', administrator, { name: 'Okta' }),
  'POST /api/scim/tokens/{token}/rotate': () =>
    ask('POST', `/api/scim/tokens/${token}/rotate`, administrator),
  'PUT /api/scim/settings': () =>
    ask('PUT', '/api/scim/settings', administrator, { unitsFrom: 'department', unlocked: true }),
  'POST /api/trusted-persons': () => nameTrusted('red4', 'green2'),
  'DELETE /api/trusted-persons/{trusted}': () => ask('DELETE', `/api/trusted-persons/${trusted}`, hr),
  'PUT /api/concern-settings': () =>
    ask('PUT', '/api/concern-settings', hr, { answerWithinDays: 14, eraseAfterDays: 30 }),
  'PUT /api/second-person': () => ask('PUT', '/api/second-person', hr, { on: false }),
}

test('each route that changes something is guarded, or says why one person may use it alone', async () => {
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const changing = Object.entries<Record<string, unknown>>(description.paths)
    .flatMap(([path, operations]) => Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`))
    .filter((operation) => !/^(GET|HEAD) /.test(operation))
  expect([...Object.keys(guardedRoutes), ...Object.keys(exceptions)].sort()).toEqual(changing.sort())
})

test('one person alone changes none of it, nor can who proposed agree; the works council can, or declines', async () => {
  const before = await guarded()
  for (const [route, use] of Object.entries(guardedRoutes)) {
    expect((await use()).status, route).toBeLessThan(300)
    const [proposed, ...others] = await waiting()
    if (!proposed) throw new Error(`${route} proposed nothing`)
    expect(others).toEqual([])
    for (const cookie of [hr, administrator])
      expect((await decide(proposed.id, cookie)).body.code, route).toBe('not-allowed')
    expect(await guarded(), route).toEqual(before)
    const declined = await decide(proposed.id, council, { agree: false, reason: 'not now' })
    expect(declined.body, route).toMatchObject({ state: 'declined', decidedBy: 'Person top3' })
    expect(await guarded(), route).toEqual(before)
  }
  for (const [route, use] of Object.entries(guardedRoutes).filter(([name]) => !/second-person/.test(name))) {
    const earlier = await guarded()
    await use()
    for (const { id } of await waiting()) expect((await decide(id, council)).body.state, route).toBe('agreed')
    expect(await guarded(), route).not.toEqual(earlier)
  }
  const held = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT 1 FROM rule_change WHERE held IS NOT NULL'),
  )
  expect(held.rows, 'what was decided keeps no secret').toEqual([])
})

test('other statements and another rule for reminders hold from the next wave on, which tells both', async () => {
  const manifestOf = async (wave: string) =>
    JSON.parse((await running.app.inject({ url: `/w/${wave}/manifest` })).json().canonical)
  const first = await openWaveOverHttp(running, hr, programme)
  const reminders = guardedRoutes['PUT /api/programmes/{programme}/reminders']
  const instrument = guardedRoutes['PUT /api/programmes/{programme}/instrument']
  await reminders?.()
  await instrument?.()
  for (const { id } of await waiting()) await decide(id, council)
  expect(await manifestOf(first.wave)).not.toHaveProperty('statementsChanged')
  for (const step of ['close', 'publish']) await ask('POST', `/api/waves/${first.wave}/${step}`, hr)
  const second = await openWaveOverHttp(running, hr, programme)
  expect(await manifestOf(second.wave)).toMatchObject({
    policy: { reminders: 'not-collected' },
    policyBefore: { k: 5 },
    statementsChanged: true,
    instrument: { id: `${questionnaire}/1` },
  })
  const told = (await changes(await running.signIn('blue1@test.example'))).changes
  expect(told.filter(({ since }) => since === 'A wave').map(({ change }) => change.kind)).toEqual(
    expect.arrayContaining(['policy', 'questionnaire']),
  )
  for (const step of ['close', 'publish']) await ask('POST', `/api/waves/${second.wave}/${step}`, hr)
  const third = await manifestOf((await openWaveOverHttp(running, hr, programme)).wave)
  expect(third).not.toHaveProperty('statementsChanged')
  expect(third).not.toHaveProperty('policyBefore')
})

test('of a rhythm, its day and a pause need nobody else; how long there is to answer does, and so does going over to opening by hand', async () => {
  const rhythm = (given: Rhythm | null) =>
    ask('PATCH', `/api/programmes/${programme}/rhythm`, hr, { rhythm: given })
  const moved: Rhythm = { ...weekly, every: { unit: 'week', count: 1, weekday: 2 }, paused: true }
  expect((await rhythm(moved)).body).toMatchObject({ rhythm: moved, waits: false })
  expect((await rhythm({ ...moved, opensAt: '10:00', closesAt: '18:00' })).body.waits).toBe(false)
  expect((await rhythm({ ...moved, closesAt: '09:01' })).body).toMatchObject({
    rhythm: { closesAt: '18:00' },
    waits: true,
  })
  expect((await rhythm(null)).body.code).toBe('change-waiting')
  const [short] = await waiting()
  expect(short?.change).toMatchObject({
    before: { openMinutes: 4 * 1440 + 480 },
    after: { openMinutes: 4 * 1440 + 1 },
  })
  await rhythm({ ...moved, opensAt: '08:00', closesAt: '16:00' })
  expect((await decide(short?.id ?? '', council)).body.code).toBe('changed-meanwhile')
  await ask('DELETE', `/api/rule-changes/${short?.id}`, hr)
  expect((await rhythm(null)).body).toMatchObject({ rhythm: { paused: true }, waits: true })
})

test('back to links alone is one person’s choice, at once; to offer the service again is not', async () => {
  const offers = async () => (await running.app.inject({ url: '/api/sign-in/providers' })).json().providers
  expect((await provider({ clientSecret: undefined, offered: false })).body).toEqual({ waits: false })
  expect(await offers()).toEqual([])
  expect((await provider({ clientSecret: undefined })).body).toEqual({ waits: true })
  expect(await offers()).toEqual([])
  const [again] = await waiting()
  expect((await ask('DELETE', '/api/sign-in-settings/provider', administrator)).status).toBe(204)
  expect((await decide(again?.id ?? '', council)).body.code).toBe('changed-meanwhile')
  expect(await offers()).toEqual([])
  expect((await changes(hr)).changes[0]?.change ?? null).not.toBeNull()
})

test('a token that waits opens nothing until it is agreed to, and nothing after it was declined', async () => {
  const opens = async (secret: string) =>
    (await running.app.inject({ url: '/scim/v2/Users', headers: { authorization: `Bearer ${secret}` } }))
      .statusCode
  const make = (name: string) => ask('POST', '/api/scim/tokens', administrator, { name })
  const good = (await make('Good')).body
  const bad = (await make('Bad')).body
  expect([good.waits, await opens(good.secret), await opens(bad.secret)]).toEqual([true, 401, 401])
  for (const { id, change } of await waiting())
    await decide(id, council, {
      agree: change.kind === 'scim-token' && change.name === 'Good',
      reason: 'why?',
    })
  expect([await opens(good.secret), await opens(bad.secret)]).toEqual([200, 401])
  expect(JSON.stringify(await changes(council))).not.toContain(good.secret)
})

test('the trail tells who proposed what of the sign-in service, who agreed, and no secret', async () => {
  await provider({ claim: 'sub', clientSecret: 'a new secret' })
  const [change] = await waiting()
  await decide(change?.id ?? '', council)
  const { events } = (await ask('GET', '/api/audit-trail', council)).body
  const told = events
    .slice(0, 2)
    .map(({ actor, action, subject }: Record<string, string>) => `${actor} | ${action} | ${subject}`)
  expect(told[0]).toContain('Person top3 | rule change agreed | sign-in: Account, ')
  expect(told[1]).toContain('Person tiny2 | rule change proposed | sign-in: Account, ')
  for (const line of told) expect(line).toContain('email by sub, offered, test.example, another secret')
  expect(JSON.stringify(events)).not.toContain('a new secret')
})

test('who reads concerns keeps the address and the id, by which somebody else would read them', async () => {
  const people = (await ask('GET', '/api/people?search=red3@', hr)).body.people
  const { externalId, name, email, unit, role, language, channel, cuts, leads } = people[0]
  const change = (given: object) =>
    ask('PUT', `/api/people/${people[0].id}`, hr, {
      ...{ externalId, name, email, unit, role, language, channel, cuts, leads },
      ...given,
    })
  for (const given of [{ email: 'top2b@test.example' }, { externalId: 'top2b' }])
    expect((await change(given)).body.code).toBe('trusted-address')
  expect((await change({ name: 'Another name' })).body).toMatchObject({ name: 'Another name', email })
  await ask('PUT', '/api/second-person', hr, { on: false })
  const [waits] = await waiting()
  expect((await decide(waits?.id ?? '', council)).body.state).toBe('agreed')
  expect((await change({ email: 'red3b@test.example' })).body).toMatchObject({ email: 'red3b@test.example' })
})

test('who agrees keeps the address, by which somebody else would agree in that name', async () => {
  const [person] = (await ask('GET', '/api/people?search=top3@', hr)).body.people
  const { externalId, name, email, unit, role, language, channel, cuts, leads } = person
  const change = (given: object) =>
    ask('PUT', `/api/people/${person.id}`, hr, {
      ...{ externalId, name, email, unit, role, language, channel, cuts, leads },
      ...given,
    })
  expect((await change({ email: 'top2b@test.example' })).body.code).toBe('auditor-address')
  expect((await change({ name: 'Another name' })).body).toMatchObject({ name: 'Another name', email })
})
