import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishBallot, prepareBallot } from '@chorus/ballot/ballot-client'
import { ballotInfo } from '@chorus/ballot/ballot-info'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { writeSheetCode } from '@chorus/ballot/sheet-code'
import type { BallotAnswer, Invitation } from '@chorus/contracts/collect'
import type { MyConcernMonth } from '@chorus/contracts/concerns'
import type { FoundPeople } from '@chorus/contracts/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesWith } from '../../../packages/db/test/attacks/file-attacks.ts'
import { frozenWave, type Reached, sendBodyOf } from './support/ballot-device.ts'
import { type ChorusProcess, endChorus, startChorus } from './support/chorus-process.ts'
import { collectTickets, concernBody } from './support/concern-device.ts'
import { cookieOf, smallCompany } from './support/running-app.ts'

/** In every place of a request that a server could write down. */
const marker = `marker${randomBytes(8).toString('hex')}`
const marked = {
  'user-agent': marker,
  referer: `https://${marker}.example/`,
  'accept-language': `${marker}, de`,
  'x-request-id': marker,
  'x-forwarded-for': `203.0.113.77, ${marker}`,
  forwarded: `for="${marker}"`,
  traceparent: `00-${marker}-01`,
  'x-anything': marker,
  'content-type': 'application/json',
}

const sheetCode = writeSheetCode(randomBytes(10))

let running: ChorusProcess

beforeAll(async () => {
  running = await startChorus(smallCompany())
}, 120_000)

afterAll(() => endChorus(running))

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${running.address}${path}`, {
    method: 'POST',
    headers: { ...marked, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const get = async (path: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(`${running.address}${path}`, { headers: { ...marked, ...headers } })).json()

async function inject({
  method = 'GET',
  url,
  headers = {},
  payload,
}: Parameters<Reached['app']['inject']>[0]) {
  const answer = await fetch(`${running.address}${url}`, {
    method,
    headers: { ...marked, ...headers },
    ...(payload && { body: JSON.stringify(payload) }),
  })
  const body = await answer.text()
  return { statusCode: answer.status, body, json: () => JSON.parse(body) }
}

test('neither what the server says, nor the log of PostgreSQL, nor any file holds a trace of a request', {
  timeout: 120_000,
}, async () => {
  const { link } = await running.command('sign-in-link', '--email', 'red2@test.example')
  const opened = await running.command('open-wave', '--label', 'Spring')
  const token = String(link).split('#')[1]
  const signedIn = await post('/api/session', { token })
  expect(signedIn.status).toBe(200)
  const cookie = cookieOf(signedIn.headers.get('set-cookie') ?? '')

  const invited = (await get('/api/my/invitations', { cookie })) as { invitations: Invitation[] }
  const [invitation] = invited.invitations
  if (!invitation) throw new Error('not invited')
  const { wave, cohort } = invitation
  const frozen = frozenWave((await get(`/w/${wave}/manifest`)) as { canonical: string; fingerprint: string })
  const info = ballotInfo({ wave, dimension: 'unit', cohort: cohort.id, fingerprint: frozen.fingerprint })
  const prepared = prepareBallot(randomBytes(32), info, fromBase64url(frozen.manifest.pkB))

  const ask = (blinded: Uint8Array) =>
    post(`/w/${wave}/ballot`, { blinded: toBase64url(blinded) }, { cookie })
  const issued = await ask(prepared.blinded)
  expect(issued.status).toBe(200)
  const { evaluated, proof } = (await issued.json()) as BallotAnswer
  const ballot = finishBallot(prepared, { evaluated: fromBase64url(evaluated), proof: fromBase64url(proof) })
  if (!ballot.ok) throw new Error(ballot.error.code)
  const other = prepareBallot(randomBytes(32), info, fromBase64url(frozen.manifest.pkB))
  expect((await ask(other.blinded)).status).toBe(409)

  const send = (body: unknown, headers: Record<string, string> = {}) => post(`/u/${wave}/send`, body, headers)
  const sendable = { cohort: cohort.id, dimension: 'unit', ballot: ballot.value }
  const answers = Object.fromEntries(frozen.items.map((item) => [item, 4]))
  const body = sendBodyOf(sendable, answers)
  // Refusals are where servers become talkative: broken JSON, another type, unknown items, credentials, a spent ballot.
  expect((await send(`{"cohort": "${marker}`)).status).toBe(400)
  expect((await send({ ...body, cohort: marker })).status).toBe(400)
  expect((await send(marker, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await send(body, { cookie: `${cookie}; x=${marker}` })).status).toBe(400)
  expect((await send({ ...body, answers: { [marker]: 4 } })).status).toBeGreaterThanOrEqual(400)
  expect((await send(body)).status).toBe(200)
  expect((await send(body)).status).toBe(200)
  expect((await send({ ...body, answers: { ...answers, [frozen.items[0] ?? '']: 5 } })).status).toBe(409)
  expect((await post(`/u/${wave}/send?${marker}`, body)).status).toBe(200)

  // The kiosk: codes that are none, broken bodies, credentials.
  for (const kiosk of ['sheet', 'sheet-ballot']) {
    const blinded = kiosk === 'sheet' ? {} : { blinded: toBase64url(other.blinded) }
    const show = (sent: unknown, headers: Record<string, string> = {}) =>
      post(`/w/${wave}/${kiosk}`, sent, headers)
    expect((await show({ code: sheetCode, ...blinded })).status).toBe(403)
    expect((await show({ code: marker, ...blinded })).status).toBe(403)
    expect((await show(`{"code": "${marker}`)).status).toBe(400)
    expect((await show({ code: sheetCode, ...blinded, [marker]: 1 })).status).toBe(400)
    expect((await show({ code: sheetCode, ...blinded }, { cookie: `x=${marker}` })).status).toBe(400)
  }

  // A concern that says the marker: not even what is stored may hold it.
  const hrLink = await running.command('sign-in-link', '--email', 'top2@test.example')
  const hr = await post('/api/session', { token: String(hrLink.link).split('#')[1] })
  const ofHr = cookieOf(hr.headers.get('set-cookie') ?? '')
  const idOf = async (name: string) => {
    const { people } = (await get(`/api/colleagues?search=${name}`, { cookie: ofHr })) as FoundPeople
    return people[0]?.id
  }
  const naming = { office: 'Ombudsperson', about: '', languages: ['en'] }
  const people = { person: await idOf('blue1'), escalation: await idOf('blue2') }
  const named = await post('/api/trusted-persons', { ...people, ...naming }, { cookie: ofHr })
  const { id: trusted } = (await named.json()) as { id: string }
  const { organisation } = (await get('/api/my/concern-month', { cookie })) as MyConcernMonth
  const reached = { app: { inject }, organisation }
  const { shown, tickets } = await collectTickets(reached, cookie)
  const concern = concernBody(shown, tickets[0], { trusted, text: marker, seed: randomBytes(32) })
  const raise = (sent: unknown, headers: Record<string, string> = {}) =>
    post(`/u/concerns/${organisation}`, sent, headers)
  expect((await raise({ ...concern, [marker]: 1 })).status).toBe(400)
  expect((await raise(concern, { cookie })).status).toBe(400)
  expect((await raise({ ...concern, token: body.token })).status).toBe(403)
  expect((await raise(concern)).status).toBe(200)
  expect((await raise(concern)).status).toBe(200)

  await running.stop()
  const log = readFileSync(join(running.folder, 'postgresql.log'), 'utf8')
  for (const text of [running.said().replace(JSON.stringify(opened), ''), log]) {
    expect(text).not.toContain(marker)
    expect(text).not.toContain(sheetCode)
    expect(text).not.toMatch(
      /\/(send|ballot|sheet|sheet-ballot)\b|INSERT|UPDATE|SELECT|127\.0\.0\.1:\d+.*(GET|POST)/,
    )
    expect(text).not.toContain(body.input)
    expect(text).not.toContain(body.token)
    expect(text).not.toContain(concern.input)
    expect(text).not.toContain('concern')
  }
  // The whole data folder: tables, write-ahead log, whatever else the product might write.
  expect(filesWith(running.folder, [Buffer.from(marker), Buffer.from(sheetCode)])).toEqual([])
})
