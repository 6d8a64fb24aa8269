import { makeOneTimeToken } from '@chorus/ballot/one-time-token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let wave: string
let items: string[]

beforeAll(async () => {
  running = await runApp(smallCompany())
  const opened = await openWaveOverHttp(running, await running.signIn('top2@test.example'))
  wave = opened.wave
  items = opened.items
})

afterAll(() => running.stop())

const allFours = () => Object.fromEntries(items.map((item) => [item, 4]))

async function collectBallot(email: string, token?: { token: string; commitment: string }) {
  const cookie = await running.signIn(email)
  const { token: secret, commitment } = token ?? (await makeOneTimeToken())
  const answer = await running.app.inject({
    method: 'POST',
    url: `/w/${wave}/ballot`,
    headers: { cookie },
    payload: { commitment },
  })
  return { answer, token: secret, commitment, cohort: answer.json().cohort as string }
}

const send = (payload: Record<string, unknown>, url = `/u/${wave}/send`) =>
  running.app.inject({ method: 'POST', url, payload })

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

test('a person answers once: a second ballot is refused, the same request again is not', async () => {
  const first = await collectBallot('red3@test.example')
  expect(first.answer.statusCode).toBe(200)
  const again = await collectBallot('red3@test.example', first)
  expect(again.answer.statusCode).toBe(200)
  const second = await collectBallot('red3@test.example')
  expect(second.answer.json()).toMatchObject({ code: 'ballot-already-collected', status: 409 })
})

test('of twenty devices of one person that ask at once, one gets the ballot', async () => {
  const cookie = await running.signIn('red4@test.example')
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { commitment } = await makeOneTimeToken()
      return running.app.inject({
        method: 'POST',
        url: `/w/${wave}/ballot`,
        headers: { cookie },
        payload: { commitment },
      })
    }),
  )
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.statusCode === 409)).toHaveLength(19)
})

test('of forty sends of one ballot with different answers, one is stored; resending it changes nothing', async () => {
  const { token, cohort } = await collectBallot('red5@test.example')
  const bodies = Array.from({ length: 40 }, (_, index) => ({
    cohort,
    token,
    answers: {
      ...allFours(),
      [items[0] ?? '']: 1 + (index % 7),
      [items[1] ?? '']: 1 + Math.floor(index / 7),
    },
  }))
  const answers = await Promise.all(bodies.map((body) => send(body)))
  const accepted = answers.findIndex((answer) => answer.statusCode === 200)
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.json().code === 'ballot-spent')).toHaveLength(39)
  expect((await send(bodies[accepted] ?? {})).statusCode).toBe(200)
})

test('a ballot of one group is not valid for another, and a made-up one for none', async () => {
  const { token } = await collectBallot('blue1@test.example')
  const other = await collectBallot('green1@test.example')
  const swapped = await send({ cohort: other.cohort, token, answers: allFours() })
  expect(swapped.json()).toMatchObject({ code: 'ballot-not-valid', status: 403 })
  const invented = await send({ cohort: other.cohort, token: 'A'.repeat(43), answers: allFours() })
  expect(invented.json().code).toBe('ballot-not-valid')
})

test('answers that do not fit are refused, and the ballot can still be used', async () => {
  const { token, cohort } = await collectBallot('blue2@test.example')
  const [first = ''] = items
  for (const answers of [{ [first]: 8 }, { [first]: 0 }, { 'no-such-item': 4 }])
    expect((await send({ cohort, token, answers })).json()).toMatchObject({
      code: 'answers-malformed',
      status: 422,
    })
  expect((await send({ cohort, token, answers: { [first]: 2.5 } })).statusCode).toBe(400)
  expect((await send({ cohort, token, answers: allFours() })).statusCode).toBe(200)
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

test('of sends that race the close, each accepted one is counted and every other is told that it is too late', async () => {
  const ready = await Promise.all(
    ['red6', 'red7', 'red8', 'top1', 'tiny1', 'tiny2'].map((name) => collectBallot(`${name}@test.example`)),
  )
  const hr = await running.signIn('top2@test.example')
  const close = () =>
    running.app.inject({ method: 'POST', url: `/api/waves/${wave}/close`, headers: { cookie: hr } })
  const [closed, ...sent] = await Promise.all([
    close(),
    ...ready.map(({ cohort, token }) => send({ cohort, token, answers: allFours() })),
  ])
  expect(closed?.json()).toMatchObject({ stage: 'sealed' })
  for (const answer of sent) expect([200, 410]).toContain(answer.statusCode)
  const accepted = sent.filter((answer) => answer.statusCode === 200).length
  const { rows } = await running.database.closer.execute<{ count: string }>(
    'SELECT count(*) FROM sealed_response',
  )
  // Answered before: red5, blue2, five of blue, five of green.
  expect(Number(rows[0]?.count)).toBe(12 + accepted)
  expect((await close()).json()).toMatchObject({ stage: 'sealed' })
})

test('after sealing nothing is left that names who took part, and no answer is taken any more', async () => {
  for (const table of ['inbox', 'ballot', 'roster', 'participation']) {
    const { rows } = await running.database.closer.execute<{ count: string }>(`SELECT count(*) FROM ${table}`)
    expect(Number(rows[0]?.count), table).toBe(0)
  }
  const late = await collectBallot('red1@test.example')
  expect(late.answer.json().code).toBe('wave-not-open')
  const answer = await send({ cohort: wave, token: 'A'.repeat(43), answers: {} })
  expect(answer.json()).toMatchObject({ code: 'wave-not-open', status: 410 })
})

test('sealed responses carry one transaction mark: the order in which they came is gone', async () => {
  const { rows } = await running.database.closer.execute<{ marks: string }>(
    'SELECT count(DISTINCT xmin::text) AS marks FROM sealed_response',
  )
  expect(rows[0]?.marks).toBe('1')
})
