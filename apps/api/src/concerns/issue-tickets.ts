import { createHmac } from 'node:crypto'
import { evaluateBlinded, isElement } from '@chorus/ballot/ballot-server'
import { concernInfo } from '@chorus/ballot/concern-info'
import { uuidBytes } from '@chorus/ballot/uuid-bytes'
import { err, ok, type Result } from '@chorus/basics/result'
import { type TicketAnswer, ticketAnswer } from '@chorus/contracts/concerns'
import type { Database } from '@chorus/db/database'
import { countConcernPages, markBytes, noteTickets } from '@chorus/db/stores/concern-tickets'
import { collectKeysOf } from '../stages/collect/wave-keys.ts'
import type { Vault } from '../vault/vault.ts'
import { currentMonth } from './month.ts'

/**
 * Gives a signed-in person the tickets of the month, all at once, without seeing them. First it is noted, for good, that the person has
 * them; the same elements again are evaluated again, others are refused.
 */
export async function issueTickets(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  who: { readonly organisation: string; readonly person: string },
  blinded: readonly Buffer[],
  now: Date,
): Promise<
  Result<
    TicketAnswer,
    { code: 'malformed-request' } | { code: 'keys-missing' } | { code: 'tickets-collected' }
  >
> {
  if (!blinded.every(isElement)) return err({ code: 'malformed-request' })
  const month = await currentMonth({ office: database.office, vault }, who.organisation, now)
  const keys = await collectKeysOf(vault.concerns, month.id)
  if (keys === null) return err({ code: 'keys-missing' })
  const key = { organisation: who.organisation, month: month.id }
  const place = createHmac('sha256', keys.Kt)
    .update('chorus-concern-mark/1')
    .update(uuidBytes(who.person))
    .digest()
  const mark = place.subarray(0, markBytes)
  const page = place.readUInt32BE(markBytes) % (await countConcernPages(database.issuer, key))
  const tag = createHmac('sha256', keys.Kt).update(mark).update(Buffer.concat(blinded)).digest()
  const noted = await noteTickets(database.issuer, key, page, { mark, tag: tag.subarray(0, markBytes) })
  if (!noted) return err({ code: 'tickets-collected' })
  const info = concernInfo(month)
  const evaluations = blinded.map((element) => {
    const evaluation = evaluateBlinded(keys.skB, info, element)
    if (!evaluation.ok) throw new Error('an element was checked and could not be evaluated')
    return { evaluated: encode(evaluation.value.evaluated), proof: encode(evaluation.value.proof) }
  })
  return ok(ticketAnswer.parse({ month: month.id, evaluations }))
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
