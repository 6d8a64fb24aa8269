import { type Ballot, finishBallot } from '@chorus/ballot/ballot-client'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { type ConcernAnswer, readConcernAnswer, writeConcern } from '@chorus/ballot/concern-bytes'
import { concernInfo } from '@chorus/ballot/concern-info'
import { writeText } from '@chorus/ballot/padded-text'
import { prepareOnDevice } from '@chorus/ballot/prepare-on-device'
import { openAsAuthor } from '@chorus/ballot/reply-box'
import { replyPublicKey } from '@chorus/ballot/reply-keys'
import { type ConcernMonth, concernMonth, type SealedConcernAnswers } from '@chorus/contracts/concerns'
import { ticketsAMonth } from '@chorus/contracts/ticket-limits'
import type { Reached } from './ballot-device.ts'

type Asked = Pick<Reached, 'app'> & { readonly organisation: string }

/** A month as a device knows it: from what everybody is shown. */
export type ShownMonth = { readonly month: ConcernMonth; readonly fingerprint: string }

/** Begins the month, as every signed-in device does, and asks for its keys without saying who asks. */
export async function shownMonth({ app, organisation }: Asked, cookie: string): Promise<ShownMonth> {
  const mine = await app.inject({ url: '/api/my/concern-month', headers: { cookie } })
  if (mine.statusCode !== 200) throw new Error(mine.body)
  const answer = await app.inject({ url: `/w/concerns/${organisation}/month` })
  const { canonical, fingerprint } = answer.json()
  return { month: concernMonth.parse(JSON.parse(canonical)), fingerprint }
}

export function newSeeds(): Uint8Array[] {
  return Array.from({ length: ticketsAMonth }, () => crypto.getRandomValues(new Uint8Array(32)))
}

/** What a device hands in for its seeds. */
export async function blindedOf({ month, fingerprint }: ShownMonth, seeds: readonly Uint8Array[]) {
  const info = concernInfo({ ...month, fingerprint })
  const prepared = await Promise.all(
    seeds.map((seed) => prepareOnDevice(seed, info, fromBase64url(month.pkB))),
  )
  return { prepared, blinded: prepared.map(({ blinded }) => toBase64url(blinded)) }
}

/** The tickets of a person who just signed in. */
export async function collectTickets(
  running: Asked,
  cookie: string,
  seeds = newSeeds(),
): Promise<{ shown: ShownMonth; tickets: Ballot[] }> {
  const shown = await shownMonth(running, cookie)
  const { prepared, blinded } = await blindedOf(shown, seeds)
  const answer = await running.app.inject({
    method: 'POST',
    url: '/api/my/concern-tickets',
    headers: { cookie },
    payload: { blinded },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const tickets = prepared.map((one, at) => {
    const { evaluated, proof } = answer.json().evaluations[at]
    const finished = finishBallot(one, { evaluated: fromBase64url(evaluated), proof: fromBase64url(proof) })
    if (!finished.ok) throw new Error(finished.error.code)
    return finished.value
  })
  return { shown, tickets }
}

export function concernBody(
  { month }: ShownMonth,
  ticket: Ballot | undefined,
  { trusted, text, seed }: { trusted: string; text: string; seed: Uint8Array },
) {
  if (!ticket) throw new Error('no ticket')
  return {
    month: month.id,
    input: toBase64url(ticket.input),
    token: toBase64url(ticket.token),
    trusted,
    concern: toBase64url(writeConcern({ replyKey: replyPublicKey(seed), text })),
  }
}

export function sendConcern({ app, organisation }: Asked, payload: object) {
  return app.inject({ method: 'POST', url: `/u/concerns/${organisation}`, payload })
}

export type HeardAnswer = ConcernAnswer & { readonly id: string; readonly day: string }

/** What a sender can open of all that is handed to everybody. */
export async function heardBy({ app, organisation }: Asked, seed: Uint8Array): Promise<HeardAnswer[]> {
  const { answers }: SealedConcernAnswers = (
    await app.inject({ url: `/w/concerns/${organisation}/answers` })
  ).json()
  const heard: HeardAnswer[] = []
  for (const { id, day, box } of answers) {
    const opened = await openAsAuthor(fromBase64url(box), seed)
    const answer = opened.ok ? readConcernAnswer(opened.value) : null
    if (answer) heard.push({ ...answer, id, day })
  }
  return heard
}

export function replyTo({ app, organisation }: Asked, { id, ticket }: HeardAnswer, text: string) {
  return app.inject({
    method: 'POST',
    url: `/u/concerns/${organisation}/reply`,
    payload: { message: id, ticket: toBase64url(ticket), text: toBase64url(writeText(text)) },
  })
}
