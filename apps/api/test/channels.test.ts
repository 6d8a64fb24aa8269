import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { ChannelLock } from '../src/channels/channel-lock.ts'
import { post } from '../src/channels/post.ts'
import { publicReach, type Reach } from '../src/channels/reach.ts'
import { sendPosts } from '../src/channels/send-posts.ts'
import { type ChannelCatcher, catchPosts } from './support/channel-catcher.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

/** To this machine, without encryption: what no installation allows. */
const openReach: Reach = { allowsProtocol: () => true, allowsAddress: () => true }
const channels = {
  lock: new ChannelLock(randomBytes(32)),
  reach: openReach,
  address: 'https://chorus.example.org',
}

let running: RunningApp
let catcher: ChannelCatcher
let cookie: string
let wave: string
const added = new Map<string, { id: string; signingKey: string | null }>()

beforeAll(async () => {
  catcher = await catchPosts()
  running = await runApp(smallCompany(), null, undefined, () => channels)
  cookie = await running.signIn('top2@test.example')
})

afterAll(async () => {
  await running.stop()
  await catcher.stop()
})

beforeEach(() => {
  catcher.caught.length = 0
  catcher.status = 200
})

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/api/channels${path}`,
    headers: { cookie },
    ...(payload && { payload }),
  })

const send = () => sendPosts({ ...channels, mailer: running.database.mailer, now: () => running.clock.now })

const later = (minutes: number) => {
  running.clock.now = new Date(running.clock.now.getTime() + minutes * 60_000)
}

async function failed() {
  const { channels: listed } = (await ask('GET', '')).json()
  return listed.flatMap((one: { kind: string; failed: object[] }) =>
    one.failed.map((fault) => ({ kind: one.kind, ...fault })),
  )
}

test('HR adds a channel; its address is in no answer, and in the database only locked', async () => {
  for (const kind of ['webhook', 'slack', 'teams']) {
    const answer = await ask('POST', '', {
      kind,
      name: `To ${kind}`,
      url: `${catcher.address}/secret-of-${kind}`,
      language: kind === 'teams' ? 'de' : 'en',
      events: ['wave-open', 'results-out'],
    })
    expect(answer.statusCode, answer.body).toBe(201)
    const { channel, signingKey } = answer.json()
    added.set(kind, { id: channel.id, signingKey })
    expect(signingKey === null).toBe(kind !== 'webhook')
  }
  expect((await ask('GET', '')).body).not.toContain('secret-of')
  await onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query('SELECT c::text AS row FROM channel c')
    expect(rows).toHaveLength(3)
    const text = JSON.stringify(rows)
    expect(text).not.toContain('secret-of')
    expect(text).not.toContain(Buffer.from('secret-of').toString('hex'))
  })
})

test('a trial message says what went wrong, in a code for which every language has words', async () => {
  const { id } = added.get('slack') ?? { id: '' }
  expect((await ask('POST', `/${id}/trial`)).json()).toEqual({ trouble: null })
  expect(JSON.parse(catcher.caught[0]?.body ?? '').text).toContain('Test organisation')
  catcher.status = 404
  expect((await ask('POST', `/${id}/trial`)).json()).toEqual({ trouble: 'refused' })
  catcher.status = 302
  expect((await ask('POST', `/${id}/trial`)).json()).toEqual({ trouble: 'redirected' })
  expect(catcher.caught.map(({ path }) => path)).not.toContain('/elsewhere')
})

test('an open wave is told once to each channel, as each of them wants it, with no personal link', async () => {
  wave = (await openWaveOverHttp(running, cookie)).wave
  await onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT count(*)::int AS posts FROM channel_post p JOIN wave w ON w.id = p.wave AND w.xmin = p.xmin',
    )
    expect(rows, 'written by the same transaction as the wave: no crash comes between').toEqual([
      { posts: 3 },
    ])
  })
  await Promise.all([send(), send()])
  await send()
  expect(catcher.caught.map(({ path }) => path).sort()).toEqual([
    '/secret-of-slack',
    '/secret-of-teams',
    '/secret-of-webhook',
  ])
  const bodyOf = (kind: string) =>
    JSON.parse(catcher.caught.find(({ path }) => path.endsWith(kind))?.body ?? '')
  const address = `https://chorus.example.org/sign-in/${wave}`
  expect(bodyOf('slack').blocks[2].elements[0].url).toBe(address)
  const [card] = bodyOf('teams').attachments
  expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive')
  expect(card.content.body[1].text).toContain('Die Umfrage ist bis')
  expect(card.content.actions[0]).toMatchObject({ type: 'Action.OpenUrl', url: address })
  expect(bodyOf('webhook')).toMatchObject({
    event: 'wave-open',
    organisation: 'Test organisation',
    wave: 'A wave',
    address,
  })
  for (const { body } of catcher.caught) expect(body).not.toContain('#')
})

test('a webhook can check that a message came from here, and when', async () => {
  const { id, signingKey } = added.get('webhook') ?? { id: '', signingKey: null }
  await ask('POST', `/${id}/trial`)
  const [caught] = catcher.caught
  const [, seconds, signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(caught?.headers['chorus-signature'])) ?? []
  expect(Number(seconds)).toBe(running.clock.now.getTime() / 1000)
  const key = Buffer.from(signingKey ?? '', 'base64url')
  expect(createHmac('sha256', key).update(`${seconds}.${caught?.body}`).digest('hex')).toBe(signature)
})

test('what fails is tried again after longer and longer pauses, seen on the page meanwhile, and given up in the end', async () => {
  await running.app.inject({
    method: 'POST',
    url: `/api/waves/${wave}/close`,
    headers: { cookie },
    payload: {},
  })
  await running.app.inject({
    method: 'POST',
    url: `/api/waves/${wave}/publish`,
    headers: { cookie },
    payload: {},
  })
  catcher.status = 500
  await send()
  expect(catcher.caught).toHaveLength(3)
  expect(await failed()).toHaveLength(3)
  later(0.5)
  await send()
  expect(catcher.caught).toHaveLength(3)
  later(1)
  await send()
  expect(catcher.caught).toHaveLength(6)
  catcher.status = 200
  later(10)
  await send()
  expect(await failed()).toEqual([])
  expect(catcher.caught.at(-1)?.body).toContain('https://chorus.example.org/')
  await send()
  expect(catcher.caught).toHaveLength(9)
})

test('a channel that refuses ten times is given up, and the page says so', async () => {
  await openWaveOverHttp(running, cookie)
  catcher.status = 500
  for (let tries = 0; tries < 10; tries++) {
    await send()
    later(2 ** tries)
  }
  // Most of a day has gone by, longer than a session lasts.
  cookie = await running.signIn('top2@test.example')
  expect(catcher.caught).toHaveLength(30)
  await send()
  expect(catcher.caught).toHaveLength(30)
  expect(await failed()).toMatchObject([{ isGivenUp: true }, { isGivenUp: true }, { isGivenUp: true }])
})

test('a channel that does not answer in time is let go', async () => {
  catcher.status = null
  const slow = await post(catcher.address, { body: '{}', headers: {} }, openReach, 50)
  expect(slow).toEqual({ ok: false, error: 'too-slow' })
  expect(catcher.caught).toHaveLength(1)
})

test('a removed channel is told nothing, and the trail knows who added and removed it', async () => {
  for (const { id } of added.values()) expect((await ask('DELETE', `/${id}`)).statusCode).toBe(204)
  expect((await ask('GET', '')).json().channels).toEqual([])
  const trail = await running.app.inject({ url: '/api/audit-trail', headers: { cookie } })
  const actions = trail.json().events.map(({ action }: { action: string }) => action)
  expect(actions.filter((action: string) => action.startsWith('channel'))).toHaveLength(6)
  expect(trail.body).not.toContain('secret-of')
})

test.each([
  ['without encryption', () => catcher.address, 'address-not-allowed'],
  ['to this machine', () => 'https://127.0.0.1:1/', 'address-not-allowed'],
  ['to a name of this machine', () => 'https://localhost:1/', 'address-not-allowed'],
  ['to this machine in the other notation', () => 'https://[::1]:1/', 'address-not-allowed'],
  ['to this machine as a number', () => 'https://2130706433/', 'address-not-allowed'],
  ['with a password', () => 'https://a:b@example.org/', 'address-not-allowed'],
])('an installation sends nothing %s', async (_name, address, trouble) => {
  expect(await post(address(), { body: '{}', headers: {} }, publicReach)).toEqual({
    ok: false,
    error: trouble,
  })
  expect(catcher.caught).toEqual([])
})
