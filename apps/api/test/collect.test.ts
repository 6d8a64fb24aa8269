import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let wave: string
let items: readonly string[]

beforeAll(async () => {
  running = await runApp(smallCompany())
  const opened = await openWaveOverHttp(running, await running.signIn('top2@test.example'))
  wave = opened.wave
  items = opened.items
})

afterAll(() => running.stop())

const allFours = () => Object.fromEntries(items.map((item) => [item, 4]))

const send = (payload: Record<string, unknown>) =>
  running.app.inject({ method: 'POST', url: `/u/${wave}/send`, payload })

test('the invitation says which group the person is counted in, and how large it is', async () => {
  const cookie = await running.signIn('red2@test.example')
  const { invitations } = (
    await running.app.inject({ url: '/api/my/invitations', headers: { cookie } })
  ).json()
  expect(invitations).toHaveLength(1)
  expect(invitations[0]).toMatchObject({ cohort: { label: 'Red', size: 8 }, k: 5, ballotCollected: false })
})

test('no group in the manifest is smaller than k, and its fingerprint is the hash of its bytes', async () => {
  const first = (await running.app.inject({ url: `/w/${wave}/manifest` })).json()
  const manifest = JSON.parse(first.canonical)
  expect(manifest.cohorts.map((cohort: { size: number }) => cohort.size).sort()).toEqual([5, 6, 7, 8])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(first.canonical))
  expect(Buffer.from(digest).toString('hex')).toBe(first.fingerprint)
})

test('what is asked from outside of the contract is a problem document, never a stack trace', async () => {
  const strange = [
    await running.app.inject({ url: '/api/nothing-here' }),
    await running.app.inject({ url: '/w/not-a-wave/manifest' }),
    await running.app.inject({ url: `/w/00000000-0000-4000-8000-000000000000/manifest` }),
    await running.app.inject({
      method: 'POST',
      url: `/u/${wave}/send`,
      headers: { 'content-type': 'application/json' },
      payload: '{"cohort": ',
    }),
    await send({ cohort: 'x', token: 'y', answers: 'z' }),
    await send({ padding: 'x'.repeat(300_000) }),
    await running.app.inject({
      method: 'POST',
      url: `/u/${wave}/send`,
      headers: { 'content-type': 'text/plain' },
      payload: 'hello',
    }),
  ]
  expect(strange.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
    [404, 'not-found'],
    [400, 'malformed-request'],
    [404, 'unknown-wave'],
    [400, 'malformed-request'],
    [400, 'malformed-request'],
    [413, 'body-too-large'],
    [415, 'media-type-not-supported'],
  ])
  for (const answer of strange) {
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(answer.body).not.toMatch(/\bat .*\.[tj]s/)
  }
  expect(running.reported).toEqual([])
})

test('participation is a band taken once a day: an answer that comes in does not move it', async () => {
  const hr = await running.signIn('top2@test.example')
  const look = async () =>
    (await running.app.inject({ url: '/api/programmes', headers: { cookie: hr } })).json().programmes[0]
      .waves[0].participation
  const before = await look()
  expect(before).toEqual({ invited: 26, band: 'below 50 %', asOf: '2026-03-02' })
  for (let person = 3; person <= 7; person++)
    await answerOverHttp(running, wave, `blue${person}@test.example`, allFours())
  for (let person = 2; person <= 6; person++)
    await answerOverHttp(running, wave, `green${person}@test.example`, allFours())
  expect(await look()).toEqual(before)
})

test('what is stored about somebody: the own bit and tag in each dimension, and a box that opens for nobody here', async () => {
  const cookie = await running.signIn('blue3@test.example')
  const stored = (await running.app.inject({ url: '/api/my/stored', headers: { cookie } })).json()
  expect(stored.person).toEqual({
    name: 'Person blue3',
    zone: null,
    email: 'blue3@test.example',
    unit: 'Blue',
    role: 'employee',
    language: 'en',
    cuts: {},
    channel: 'online',
    lastGroups: [{ wave: 'A wave', unit: 'Blue' }],
  })
  expect(stored.waves).toHaveLength(1)
  const [{ tag, exampleBox, ...place }] = stored.waves
  expect(place).toMatchObject({ wave, cohort: { label: 'Blue', size: 7 }, page: 0, bit: true })
  expect(Buffer.from(tag, 'base64url')).toHaveLength(16)
  // 32 bytes of a key, a multiple of 2 kB, 16 bytes of a check.
  expect((Buffer.from(exampleBox, 'base64url').length - 48) % 2048).toBe(0)

  const other = { cookie: await running.signIn('red8@test.example') }
  const before = (await running.app.inject({ url: '/api/my/stored', headers: other })).json()
  expect(before.waves[0]).toMatchObject({ bit: false, tag: null })
})

test('closing leaves nothing that names who took part, and is the same however often it is asked for', async () => {
  const hr = await running.signIn('top2@test.example')
  const close = () =>
    running.app.inject({ method: 'POST', url: `/api/waves/${wave}/close`, headers: { cookie: hr } })
  expect((await close()).json()).toMatchObject({ stage: 'sealed' })
  expect((await close()).json()).toMatchObject({ stage: 'sealed' })
  expect(await count('SELECT count(*) FROM sealed_response')).toBe(10)
  for (const table of ['urn', 'roster', 'participation_page'])
    expect(await count(`SELECT count(*) FROM ${table}`), table).toBe(0)
  expect(await running.vault.list()).toEqual([])
  const late = await send({ cohort: wave, input: 'A'.repeat(43), token: 'A'.repeat(86), answers: {} })
  expect(late.json()).toMatchObject({ code: 'wave-not-open', status: 410 })
})

test('sealed responses carry one transaction mark: the order in which they came is gone', async () => {
  expect(await count('SELECT count(DISTINCT xmin::text) FROM sealed_response')).toBe(1)
})

async function count(query: string): Promise<number> {
  const { rows } = await running.database.closer.execute<{ count: string }>(query)
  return Number(rows[0]?.count)
}
