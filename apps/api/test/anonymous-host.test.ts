import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ballotOf,
  collectBallots,
  deviceOf,
  type FrozenWave,
  openWaveFor,
  type Reached,
  sendBodyOf,
} from './support/ballot-device.ts'
import { freePort } from './support/free-port.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

/** One server on one port under two names, asked over HTTP: pages at localhost, answers to 127.0.0.1. */
let running: RunningApp
let pages: string
let ballots: string
let hr: string
let frozen: FrozenWave
/** A device: what is asked for without a name goes to the anonymous host, as the pages do it. */
let reached: Reached

beforeAll(async () => {
  const port = await freePort()
  pages = `http://localhost:${port}`
  ballots = `http://127.0.0.1:${port}`
  running = await runApp(smallCompany(), { origin: ballots, pagesAt: pages })
  await running.app.listen({ port, host: '127.0.0.1' })
  reached = {
    clock: running.clock,
    signIn: running.signIn,
    app: {
      async inject({ method = 'GET', url, headers = {}, payload }) {
        const address = /^\/u\/|\/(manifest|closed)/.test(url) ? ballots : pages
        const answer = await ask(address + url, { method, headers, body: payload })
        const body = await answer.text()
        return { statusCode: answer.status, body, json: () => JSON.parse(body) }
      },
    },
  }
  hr = await running.signIn('top2@test.example')
  frozen = await openWaveFor(reached, hr)
})

afterAll(() => running.stop())

/** From a script of the pages, unless other headers are given. */
function ask(
  address: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: object; body?: unknown } = {},
): Promise<Response> {
  return fetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function read(answer: Response): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(await answer.json())
}

const fromPages = () => ({ origin: pages, 'sec-fetch-site': 'cross-site' })

test('a wave is answered across two host names, and its closed list is read there', async () => {
  const sendable = await ballotOf(reached, frozen, 'red1@test.example')
  const sent = await ask(`${ballots}/u/${frozen.wave}/send`, {
    method: 'POST',
    headers: fromPages(),
    body: sendBodyOf(sendable, {}),
  })
  expect(sent.status).toBe(200)
  expect(sent.headers.get('access-control-allow-origin')).toBe(pages)
  expect(sent.headers.get('access-control-allow-credentials')).toBeNull()
  const { leaf } = await read(sent)
  const closed = await ask(`${pages}/api/waves/${frozen.wave}/close`, {
    method: 'POST',
    headers: { cookie: hr },
  })
  expect(closed.status).toBe(200)
  const list = await ask(`${ballots}/w/${frozen.wave}/closed/${sendable.cohort}`, { headers: fromPages() })
  expect((await read(list)).leaves).toContain(leaf)
})

test('a browser that asks first is told: from the pages only, with a JSON body only, without credentials', async () => {
  for (const path of ['send', 'manifest']) {
    const address = `${ballots}/${path === 'send' ? 'u' : 'w'}/${frozen.wave}/${path}`
    const allowed = await ask(address, {
      method: 'OPTIONS',
      headers: {
        ...fromPages(),
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(allowed.status, path).toBe(204)
    expect(Object.fromEntries(allowed.headers), path).toMatchObject({
      'access-control-allow-origin': pages,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
    })
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
  }
})

test('refusals can be read across, too: a page tells a closed wave from a lost connection', async () => {
  const refused = await ask(`${ballots}/u/${frozen.wave}/send`, {
    method: 'POST',
    headers: fromPages(),
    body: { cohort: 'x' },
  })
  expect(refused.status).toBe(400)
  expect(refused.headers.get('access-control-allow-origin')).toBe(pages)
})

test('another site cannot send, and its scripts can read nothing', async () => {
  for (const headers of [
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    { origin: `${pages}0`, 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ]) {
    const attempt = await ask(`${ballots}/u/${frozen.wave}/send`, { method: 'POST', headers, body: {} })
    expect((await read(attempt)).code).toBe('cross-site-request')
    expect(attempt.headers.get('access-control-allow-origin')).toBe(pages)
  }
  // Our own pages may send across to what is asked for without a name, and to nothing else.
  const signOut = await ask(`${pages}/api/session`, {
    method: 'DELETE',
    headers: { cookie: hr, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  })
  expect((await read(signOut)).code).toBe('cross-site-request')
})

test.each([
  ['GET', '/'],
  ['GET', '/sign-in'],
  ['GET', '/answer/x'],
  ['GET', '/api/session'],
  ['POST', '/api/session'],
  ['OPTIONS', '/api/session'],
  ['GET', '/api/openapi.json'],
  ['POST', '/w/00000000-0000-4000-8000-000000000000/ballot'],
])('under the anonymous host name there is nothing else: %s %s', async (method, path) => {
  for (const headers of [{}, { cookie: hr }]) {
    const answer = await ask(ballots + path, { method, headers })
    expect(answer.status).toBe(404)
    expect(await read(answer)).toMatchObject({ code: 'not-found' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('under the name of the pages, what is asked for without a name says where to go', async () => {
  for (const path of ['manifest', 'closed/00000000-0000-4000-8000-000000000001']) {
    const answer = await ask(`${pages}/w/${frozen.wave}/${path}`)
    expect(answer.status).toBe(421)
    expect(await read(answer)).toMatchObject({ code: 'other-host', detail: `Ask ${ballots}` })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
  const sent = await ask(`${pages}/u/${frozen.wave}/send`, { method: 'POST', body: {} })
  expect((await read(sent)).code).toBe('other-host')
})

test('the name decides, whichever it is written and whichever port a proxy leaves out', async () => {
  for (const host of ['127.0.0.1', '127.0.0.1:443', '127.0.0.1:80'])
    expect(
      (await running.app.inject({ url: `/w/${frozen.wave}/manifest`, headers: { host } })).statusCode,
    ).toBe(200)
  for (const host of ['localhost', '127.0.0.1.evil.example', 'evil.example:80', 'not a host', ''])
    expect(
      (await running.app.inject({ url: `/w/${frozen.wave}/manifest`, headers: { host } })).statusCode,
    ).toBe(421)
})

test('a ballot is still issued under the name of the pages only, where the cookie is', async () => {
  const closedWave = await deviceOf(reached, frozen, 'red2@test.example').catch((error: Error) => error)
  expect(closedWave).toBeInstanceOf(Error)
  const published = await ask(`${pages}/api/waves/${frozen.wave}/publish`, {
    method: 'POST',
    headers: { cookie: hr },
  })
  expect(published.status).toBe(200)
  const next = await openWaveFor(reached, hr)
  const device = await deviceOf(reached, next, 'red2@test.example')
  expect(await collectBallots(reached, next, device)).toHaveLength(1)
})
