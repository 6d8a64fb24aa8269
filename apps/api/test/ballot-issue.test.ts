import { evaluateBlinded, makeBallotKeys } from '@chorus/ballot/ballot-server'
import { toBase64url } from '@chorus/ballot/base64url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import {
  askForBallot,
  ballotRequestOf,
  cohortIn,
  deviceOf,
  type FrozenWave,
  newDevice,
  openWaveFor,
  prepare,
  readManifest,
  unblind,
} from './support/ballot-device.ts'
import { twoTeamsOfForty } from './support/company-with-cut.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

/** Collecting a ballot, from outside: over HTTP, with the code that runs in the browser. */
let running: RunningApp
let hr: string
let frozen: FrozenWave
beforeAll(async () => {
  running = await runApp(twoTeamsOfForty())
  hr = await running.signIn('red40@test.example')
  frozen = await openWaveFor(running, hr, { cuts: ['tenure'] })
})

afterAll(() => running.stop())

const email = (name: string) => `${name}@test.example`

test('the same blinded element twice gives the same evaluation: a lost answer costs nobody a ballot', async () => {
  const device = await deviceOf(running, frozen, email('red1'))
  const [first, again] = [
    await askForBallot(running, frozen, device),
    await askForBallot(running, frozen, device),
  ]
  expect([first.statusCode, again.statusCode]).toEqual([200, 200])
  expect(again.json().evaluated).toBe(first.json().evaluated)
  const [one, other] = [first, again].map((answer) => unblind(frozen, device, answer.json()))
  expect(one?.ok).toBe(true)
  expect(other).toEqual(one)
})

test('another blinded element for the same person is refused, and so is one in a cut alone', async () => {
  const device = await deviceOf(running, frozen, email('red2'))
  expect((await askForBallot(running, frozen, device)).statusCode).toBe(200)
  const second = newDevice(device.cookie, device.cohorts.values())
  const refused = await askForBallot(running, frozen, second)
  expect(refused.json()).toMatchObject({ status: 409, code: 'ballot-already-collected' })
  const mixed = { ...ballotRequestOf(frozen, device), cuts: ballotRequestOf(frozen, second).cuts }
  expect((await askForBallot(running, frozen, device, mixed)).statusCode).toBe(409)
  expect((await askForBallot(running, frozen, device)).statusCode).toBe(200)
})

test('of twenty devices of one person that ask at once, one gets ballots and nineteen none', async () => {
  const first = await deviceOf(running, frozen, email('red3'))
  const devices = Array.from({ length: 20 }, () => newDevice(first.cookie, first.cohorts.values()))
  const answers = await Promise.all(devices.map((device) => askForBallot(running, frozen, device)))
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.statusCode === 409)).toHaveLength(19)
})

test('the client refuses an evaluation with a key of its own for one person, and a manifest with one', async () => {
  const device = await deviceOf(running, frozen, email('red11'))
  const { info, blinded } = prepare(frozen, device)
  const own = makeBallotKeys()
  const evaluation = evaluateBlinded(own.skB, info, blinded)
  if (!evaluation.ok) throw new Error('not evaluated')
  const answer = {
    cohort: cohortIn(device).id,
    evaluated: toBase64url(evaluation.value.evaluated),
    proof: toBase64url(evaluation.value.proof),
    cuts: {},
  }
  const refused = { ok: false, error: { code: 'proof-not-valid' } }
  expect(unblind(frozen, device, answer)).toEqual(refused)

  const marked = { ...frozen, manifest: { ...frozen.manifest, pkB: toBase64url(own.pkB) } }
  const honest = await askForBallot(running, frozen, device)
  expect(unblind(marked, device, honest.json())).toEqual(refused)
  const anotherPrint = { ...frozen, fingerprint: 'ab'.repeat(32) }
  expect(unblind(anotherPrint, device, honest.json())).toEqual(refused)
})

test('everybody gets the same manifest to the byte, signed in or not', async () => {
  const cookie = await running.signIn(email('blue12'))
  const [open, signedIn] = [
    await running.app.inject({ url: `/w/${frozen.wave}/manifest` }),
    await running.app.inject({ url: `/w/${frozen.wave}/manifest`, headers: { cookie } }),
  ]
  expect(signedIn.body).toBe(open.body)
  expect(await readManifest(running, frozen.wave)).toEqual(frozen)
})

test('bytes that are no curve element are refused, and the person can still answer', async () => {
  const device = await deviceOf(running, frozen, email('red12'))
  const good = ballotRequestOf(frozen, device)
  const neutral = toBase64url(new Uint8Array(32))
  const noElement = toBase64url(new Uint8Array(32).fill(255))
  for (const blinded of [neutral, noElement]) {
    for (const payload of [
      { ...good, blinded },
      { ...good, cuts: { tenure: blinded } },
    ]) {
      const refused = await askForBallot(running, frozen, device, payload)
      expect(refused.statusCode).toBeGreaterThanOrEqual(400)
      expect(refused.statusCode).toBeLessThan(500)
    }
  }
  expect((await askForBallot(running, frozen, device)).statusCode).toBe(200)
})

test('a cut that the wave does not have is refused, and all ballots with it', async () => {
  const device = await deviceOf(running, frozen, email('blue2'))
  const good = ballotRequestOf(frozen, device)
  const payload = { ...good, cuts: { ...good.cuts, shoesize: good.blinded } }
  const refused = await askForBallot(running, frozen, device, payload)
  expect(refused.statusCode).toBeGreaterThanOrEqual(400)
  expect(refused.statusCode).toBeLessThan(500)
  expect((await askForBallot(running, frozen, device)).statusCode).toBe(200)
})

test('somebody who joined after the opening, or is not signed in, gets no ballot', async () => {
  const device = await deviceOf(running, frozen, email('blue3'))
  expect((await askForBallot(running, frozen, { ...device, cookie: '' })).statusCode).toBe(401)
  const { units, people } = twoTeamsOfForty()
  const joined = `${people}\nnew1,New Person,${email('new1')},blue,,,longer`
  const files = { units: [Buffer.from(units)], people: [Buffer.from(joined)] }
  expect(
    (await importOrganisation(running.database.office, running.organisation, files, running.clock.now)).ok,
  ).toBe(true)
  const newcomer = { ...device, cookie: await running.signIn(email('new1')) }
  expect((await askForBallot(running, frozen, newcomer)).json()).toMatchObject({
    status: 403,
    code: 'not-invited',
  })
})

test('nothing of all this was reported as unexpected', () => {
  expect(running.reported).toEqual([])
})
