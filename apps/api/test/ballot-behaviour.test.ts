import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { isCounted, verifyClosedCohort } from '@chorus/ballot/closed-list'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { verifyReceipt } from '@chorus/ballot/receipt'
import type { SendAnswer } from '@chorus/contracts/collect'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askForBallot,
  ballotOf,
  closedFromWire,
  collectBallots,
  deviceOf,
  type FrozenWave,
  newDevice,
  openWaveFor,
  type Sendable,
  send,
  sendBodyOf,
  sendForReceipt,
} from './support/ballot-device.ts'
import { twoTeamsOfForty } from './support/company-with-cut.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

/**
 * The promises of the anonymous ballot, from outside: over HTTP, with the code that runs in the browser. The tests share
 * one wave, and the later ones hold everything that the earlier ones were promised against the published lists.
 */
let running: RunningApp
let hr: string
let frozen: FrozenWave
/** Everything that was accepted, with the receipt for it. */
const accepted: { readonly sendable: Sendable; readonly receipt: SendAnswer }[] = []

beforeAll(async () => {
  running = await runApp(twoTeamsOfForty())
  hr = await running.signIn('red40@test.example')
  frozen = await openWaveFor(running, hr, { cuts: ['tenure'] })
})

afterAll(() => running.stop())

const email = (name: string) => `${name}@test.example`
const answersOf = (answer: number) => Object.fromEntries(frozen.items.map((item) => [item, answer]))

async function acceptedFrom(sendable: Sendable, answer = 4): Promise<SendAnswer> {
  const receipt = await sendForReceipt(running, frozen, sendable, answersOf(answer))
  accepted.push({ sendable, receipt })
  return receipt
}

test('of forty sends of one ballot with different answers one is stored, and only that one can be sent again', async () => {
  const ballot = await ballotOf(running, frozen, email('red4'))
  const bodies = Array.from({ length: 40 }, (_, index) =>
    sendBodyOf(ballot, {
      ...answersOf(4),
      [frozen.items[0] ?? '']: 1 + (index % 7),
      [frozen.items[1] ?? '']: 1 + Math.floor(index / 7),
    }),
  )
  const answers = await Promise.all(bodies.map((body) => send(running, frozen, body)))
  const stored = answers.findIndex((answer) => answer.statusCode === 200)
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.json().code === 'ballot-spent')).toHaveLength(39)
  const again = await Promise.all(bodies.map((body) => send(running, frozen, body)))
  expect(again.flatMap((answer, index) => (answer.statusCode === 200 ? [index] : []))).toEqual([stored])
  const receipt: SendAnswer = (await send(running, frozen, bodies[stored] ?? {})).json()
  accepted.push({ sendable: ballot, receipt })
})

test('an identical resend gets the same receipt, whichever way the answers are written down', async () => {
  const ballot = await ballotOf(running, frozen, email('red5'))
  const receipt = await acceptedFrom(ballot)
  expect((await send(running, frozen, sendBodyOf(ballot, answersOf(4)))).json()).toEqual(receipt)
  const backwards = Object.fromEntries(Object.entries(answersOf(4)).reverse())
  expect((await send(running, frozen, sendBodyOf(ballot, backwards))).json()).toEqual(receipt)
})

test('a receipt is signed for this ballot, and says nothing of the answers', async () => {
  const ballot = await ballotOf(running, frozen, email('red6'))
  const { leaf, sig } = await acceptedFrom(ballot)
  expect(leaf).toBe(toBase64url(leafOf(nullifierOf(ballot.cohort, ballot.ballot.input))))
  const pkR = fromBase64url(frozen.manifest.pkR)
  const receipted = { wave: frozen.wave, cohort: ballot.cohort, leaf: fromBase64url(leaf) }
  expect(verifyReceipt(receipted, fromBase64url(sig), pkR)).toBe(true)
  const elsewhere = { ...receipted, cohort: otherCohort(ballot.cohort) }
  expect(verifyReceipt(elsewhere, fromBase64url(sig), pkR)).toBe(false)
})

test('a ballot of one group is refused for every other one, its own dimension and any other', async () => {
  const ballots = await collectBallots(running, frozen, await deviceOf(running, frozen, email('red7')))
  for (const ballot of ballots) {
    for (const { id } of frozen.manifest.cohorts.filter((cohort) => cohort.id !== ballot.cohort)) {
      const refused = await send(running, frozen, { ...sendBodyOf(ballot, answersOf(4)), cohort: id })
      expect(refused.json()).toMatchObject({ status: 403, code: 'ballot-not-valid' })
    }
    const unknown = { ...sendBodyOf(ballot, answersOf(4)), cohort: crypto.randomUUID() }
    expect((await send(running, frozen, unknown)).statusCode).toBe(403)
  }
})

test('a ballot with one flipped bit is refused, wherever the bit is', async () => {
  const ballot = await ballotOf(running, frozen, email('red8'))
  const body = sendBodyOf(ballot, answersOf(4))
  for (const field of ['input', 'token'] as const)
    for (const place of [0, 100, 255]) {
      const refused = await send(running, frozen, { ...body, [field]: flipped(body[field], place) })
      expect(refused.json(), `${field} ${place}`).toMatchObject({ status: 403, code: 'ballot-not-valid' })
    }
  await acceptedFrom(ballot)
})

test('a cookie or an Authorization on the anonymous route is refused, even an empty or a foreign one', async () => {
  const device = await deviceOf(running, frozen, email('red9'))
  const [ballot] = await collectBallots(running, frozen, device)
  if (!ballot) throw new Error('no ballot')
  const body = sendBodyOf(ballot, answersOf(4))
  for (const headers of [{ cookie: device.cookie }, { cookie: 'theme=dark' }, { authorization: 'Bearer x' }])
    expect((await send(running, frozen, body, headers)).json()).toMatchObject({
      status: 400,
      code: 'credentials-not-wanted',
    })
  await acceptedFrom(ballot)
})

test('answers that do not fit are refused and do not use up the ballot', async () => {
  const ballot = await ballotOf(running, frozen, email('red10'))
  const [first = ''] = frozen.items
  for (const answers of [
    { [first]: 8 },
    { [first]: 0 },
    { 'no-such-item': 4 },
    { ...answersOf(4), [first]: -1 },
  ])
    expect((await send(running, frozen, sendBodyOf(ballot, answers))).json()).toMatchObject({
      status: 422,
      code: 'answers-malformed',
    })
  const broken = { ...sendBodyOf(ballot, {}), answers: { [first]: 2.5 } }
  expect((await send(running, frozen, broken)).statusCode).toBe(400)
  await acceptedFrom(ballot)
})

test('a person gets ballots for the cuts in the same request, each good for its own group, in sends of their own', async () => {
  const device = await deviceOf(running, frozen, email('blue1'))
  expect([...device.cohorts.keys()]).toEqual(['unit', 'tenure'])
  const [unit, tenure] = await collectBallots(running, frozen, device)
  if (!unit || !tenure) throw new Error('a ballot is missing')
  expect(Buffer.from(unit.ballot.input)).not.toEqual(Buffer.from(tenure.ballot.input))
  const swapped = { ...unit, ballot: tenure.ballot }
  expect((await send(running, frozen, sendBodyOf(swapped, answersOf(5)))).statusCode).toBe(403)
  const receipts = [await acceptedFrom(unit, 5), await acceptedFrom(tenure, 5)]
  expect(receipts[0]?.leaf).not.toBe(receipts[1]?.leaf)
})

test('while the wave is open no list is published', async () => {
  const [cohort] = frozen.manifest.cohorts
  const early = await running.app.inject({ url: `/w/${frozen.wave}/closed/${cohort?.id}` })
  expect(early.statusCode).toBeGreaterThanOrEqual(400)
  expect(early.statusCode).toBeLessThan(500)
})

test('of sends that race the close, each accepted one is in the published list and every other is told 410', async () => {
  const names = Array.from({ length: 22 }, (_, index) => email(`blue${index + 4}`))
  const ready: Sendable[] = []
  for (const name of names) ready.push(await ballotOf(running, frozen, name))
  const close = running.app.inject({
    method: 'POST',
    url: `/api/waves/${frozen.wave}/close`,
    headers: { cookie: hr },
  })
  const closing = close.then((answer) => answer.statusCode)
  const sent = await Promise.all(
    ready.map(async (sendable, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 4))
      return { sendable, answer: await send(running, frozen, sendBodyOf(sendable, answersOf(6))) }
    }),
  )
  expect(await closing).toBe(200)
  for (const { sendable, answer } of sent)
    if (answer.statusCode === 200) accepted.push({ sendable, receipt: answer.json() })
    else expect(answer.json()).toMatchObject({ status: 410, code: 'wave-not-open' })
})

test('after the close nothing is issued and nothing accepted, also not what was collected before', async () => {
  const cookie = await running.signIn(email('blue30'))
  const unit = frozen.manifest.cohorts.filter(({ dimension }) => dimension === 'unit').slice(0, 1)
  const late = await askForBallot(running, frozen, newDevice(cookie, unit))
  expect(late.json()).toMatchObject({ status: 410, code: 'wave-not-open' })
  const [first] = accepted
  if (!first) throw new Error('nothing was accepted')
  const again = await send(running, frozen, sendBodyOf(first.sendable, answersOf(1)))
  expect(again.json()).toMatchObject({ status: 410, code: 'wave-not-open' })
})

test('every receipt is in the published list of its group, and the lists hold nothing else', async () => {
  const pkR = fromBase64url(frozen.manifest.pkR)
  let listed = 0
  for (const cohort of frozen.manifest.cohorts) {
    const answer = await running.app.inject({ url: `/w/${frozen.wave}/closed/${cohort.id}` })
    expect(answer.statusCode, cohort.label).toBe(200)
    const closed = closedFromWire(answer.json())
    expect(verifyClosedCohort(closed, { wave: frozen.wave, pkR }).ok, cohort.label).toBe(true)
    expect(closed.count).toBeLessThanOrEqual(cohort.size)
    listed += closed.count
    for (const { sendable, receipt } of accepted)
      expect(isCounted(closed, fromBase64url(receipt.leaf))).toBe(sendable.cohort === cohort.id)
  }
  expect(listed).toBe(accepted.length)
})

test('a list from which one ballot is taken away, or to which one is added, does not verify', async () => {
  const pkR = fromBase64url(frozen.manifest.pkR)
  const { cohort } = accepted[0]?.sendable ?? { cohort: '' }
  const closed = closedFromWire(
    (await running.app.inject({ url: `/w/${frozen.wave}/closed/${cohort}` })).json(),
  )
  const shorter = { ...closed, leaves: closed.leaves.slice(1), count: closed.count - 1 }
  const longer = {
    ...closed,
    leaves: [...closed.leaves, new Uint8Array(32).fill(255)],
    count: closed.count + 1,
  }
  const renamed = { ...closed, cohort: otherCohort(cohort) }
  for (const forged of [shorter, longer, renamed])
    expect(verifyClosedCohort(forged, { wave: frozen.wave, pkR }).ok).toBe(false)
})

test('nothing of all this was reported as unexpected', () => {
  expect(running.reported).toEqual([])
})

function otherCohort(cohort: string): string {
  return frozen.manifest.cohorts.find(({ id }) => id !== cohort)?.id ?? ''
}

function flipped(text: string, bit: number): string {
  const bytes = fromBase64url(text)
  const place = Math.floor(bit / 8)
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8))
  return toBase64url(bytes)
}
