// Loaded when something is sent or opened: it brings the elliptic curve with it.
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { readConcernAnswer, writeConcern } from '@chorus/ballot/concern-bytes'
import { openAsAuthor } from '@chorus/ballot/reply-box'
import { replyPublicKey, replySeeds } from '@chorus/ballot/reply-keys'
import type { ConcernReadable, ConcernState, SealedConcernAnswers } from '@chorus/contracts/concerns'
import { concernTicketsIn, usedTicket } from '../../lib/device/concern-tickets.ts'
import { sendConcern } from './api/concern.ts'
import type { CollectedTickets } from './collect-tickets.ts'
import { isUsedUp } from './used-up.ts'

export type WrittenConcern = {
  /** base64url, see `@chorus/ballot/six-words`. */
  readonly secret: string
  readonly trusted: string
  readonly text: string
}

/**
 * Spends a ticket of this device. It is given up only when the concern has arrived; the same again is safe. The device keeps as many tickets as it
 * had: whoever looks into it cannot tell that one was used.
 * @throws ApiProblem ticket-not-valid or ticket-spent where none is left
 */
export async function raiseConcern(
  kept: CollectedTickets['kept'],
  { secret, trusted, text }: WrittenConcern,
): Promise<ConcernReadable> {
  const { organisation, month, tickets } = kept
  const replyKey = replyPublicKey(await seedOf(secret, organisation))
  const concern = toBase64url(writeConcern({ replyKey, text }))
  const said = { month: month, trusted: trusted, concern }
  let refused: unknown
  for (const ticket of tickets) {
    try {
      const sent = await sendConcern(organisation, { ...said, ...ticket })
      const others = tickets.filter((one) => one !== ticket)
      concernTicketsIn().put({ ...kept, tickets: [...others, usedTicket()] })
      return sent
    } catch (error) {
      if (!isUsedUp(error)) throw error
      refused = error
    }
  }
  throw refused
}

/** Something that was said to the sender. */
export type OpenedMessage = {
  readonly id: string
  readonly state: ConcernState
  readonly by: 'trusted' | 'escalation'
  readonly office: string
  readonly text: string
  /** ISO day. */
  readonly day: string
  /** base64url: the right to reply. */
  readonly ticket: string
}

const order: readonly ConcernState[] = ['new', 'read', 'in work', 'closed']

/** What opens with a secret, oldest first. All else is left as it is: it is for others. */
export async function openMessages(
  secret: string,
  organisation: string,
  { answers }: SealedConcernAnswers,
): Promise<OpenedMessage[]> {
  if (answers.length === 0) return []
  const seed = await seedOf(secret, organisation)
  const opened: OpenedMessage[] = []
  for (const { id, day, box } of answers) {
    const bytes = await openAsAuthor(fromBase64url(box), seed)
    const message = bytes.ok ? readConcernAnswer(bytes.value) : null
    if (message) opened.push({ ...message, id, day, ticket: toBase64url(message.ticket) })
  }
  return opened.sort((a, b) => a.day.localeCompare(b.day) || order.indexOf(a.state) - order.indexOf(b.state))
}

async function seedOf(secret: string, organisation: string): Promise<Uint8Array> {
  const seed = (await replySeeds(fromBase64url(secret), organisation, ['concern'])).get('concern')
  if (!seed) throw new Error('a secret makes a seed')
  return seed
}
