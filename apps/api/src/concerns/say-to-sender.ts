import { randomBytes, randomUUID } from 'node:crypto'
import { writeConcernAnswer } from '@chorus/ballot/concern-bytes'
import { sealToAuthor } from '@chorus/ballot/reply-box'
import { present } from '@chorus/basics/assert'
import type { Office } from '@chorus/db/database'
import { findConcernMonthById } from '@chorus/db/stores/concern-months'
import { insertConcernMessage, type ReadableConcern } from '@chorus/db/stores/concerns'
import { ticketHash } from '../replies/ticket-hash.ts'
import type { WaveSecrets } from '../vault/vault.ts'
import { lockMessage } from './locked-message.ts'
import { describedMonth } from './month.ts'

type Saying = {
  readonly state: 'read' | 'in work' | 'closed'
  /** Clean; empty says the state alone. */
  readonly text: string
  /** ISO days. */
  readonly today: string
  readonly eraseOn: string | null
  /** Only where it is in this state by now. */
  readonly only?: 'new'
}

/** Says something to the sender of a concern, who alone can open it, with a ticket for one reply; and keeps it, locked, for the own side. */
export async function sayToSender(
  office: Office,
  concern: ReadableConcern,
  keys: WaveSecrets,
  replyKey: Uint8Array,
  { state, text, today, eraseOn, only }: Saying,
): Promise<void> {
  const { organisation } = concern
  const month = present(
    await findConcernMonthById(office, organisation, concern.month),
    'the month of a concern',
  )
  const id = randomUUID()
  const ticket = randomBytes(16)
  const said = { state, by: concern.as, office: concern.office, text }
  const pkS = Buffer.from(describedMonth(month).pkS, 'base64url')
  // The own side has no right to the ticket.
  const own = writeConcernAnswer({ ...said, ticket: new Uint8Array(ticket.length) })
  await insertConcernMessage(
    office,
    { organisation, id: concern.id },
    {
      id,
      by: concern.as,
      state,
      isAnswer: text !== '',
      eraseOn,
      locked: lockMessage(id, own, { pkS, Kp: keys.Kp }),
      box: Buffer.from(await sealToAuthor(writeConcernAnswer({ ...said, ticket }), replyKey)),
      ticketHash: ticketHash(ticket),
    },
    today,
    only,
  )
}
