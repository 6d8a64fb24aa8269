import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { readText, writeText } from '@chorus/ballot/padded-text'
import { present } from '@chorus/basics/assert'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ConcernReadable, ConcernReplyRequest } from '@chorus/contracts/concerns'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Urn } from '@chorus/db/database'
import { findReplyTicket, putConcernReply } from '@chorus/db/stores/concern-inbox'
import { findConcernMonthById } from '@chorus/db/stores/concern-months'
import { zoneOf } from '@chorus/db/stores/concern-settings'
import { ticketHash } from '../replies/ticket-hash.ts'
import { collectKeysOf } from '../stages/collect/wave-keys.ts'
import type { Vault } from '../vault/vault.ts'
import { nextBatch } from './batch.ts'
import { lockMessage } from './locked-message.ts'
import { describedMonth } from './month.ts'

/** Takes in what a sender replies, once to each message, from whoever shows the ticket that only the sender could read in it. */
export async function acceptConcernReply(
  { urn, vault }: { readonly urn: Urn; readonly vault: Vault },
  organisation: string,
  { message, ticket, text: padded }: ConcernReplyRequest,
  now: Date,
): Promise<
  Result<
    ConcernReadable,
    { code: 'malformed-request' | 'reply-ticket-not-valid' | 'reply-already-sent' | 'keys-missing' }
  >
> {
  const text = readText(Buffer.from(padded, 'base64url'))
  if (!text) return err({ code: 'malformed-request' })
  const asked = await findReplyTicket(urn, organisation, message)
  if (!asked || !timingSafeEqual(asked.ticketHash, ticketHash(Buffer.from(ticket, 'base64url'))))
    return err({ code: 'reply-ticket-not-valid' })
  const month = present(await findConcernMonthById(urn, organisation, asked.month), 'the month of a concern')
  const keys = await collectKeysOf(vault.concerns, month.id)
  if (keys === null) return err({ code: 'keys-missing' })
  const id = randomUUID()
  const pkS = Buffer.from(describedMonth(month).pkS, 'base64url')
  const zone = (await zoneOf(urn, organisation)) ?? usualMailSettings.zone
  const put = await putConcernReply(urn, {
    organisation,
    id,
    concern: asked.concern,
    day: nextBatch(now, zone),
    locked: lockMessage(id, writeText(text), { pkS, Kp: keys.Kp }),
    answers: message,
    mac: createHmac('sha256', keys.Kp).update(message).update(text).digest(),
  })
  return put.ok ? ok({ readableOn: put.value }) : put
}
