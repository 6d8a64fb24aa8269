import { createHmac } from 'node:crypto'
import { evaluateBlinded, isElement } from '@chorus/ballot/ballot-server'
import { concernInfo } from '@chorus/ballot/concern-info'
import { uuidBytes } from '@chorus/ballot/uuid-bytes'
import { err, ok, type Result } from '@chorus/basics/result'
import { type TicketAnswer, ticketAnswer } from '@chorus/contracts/concerns'
import { countConcernPages, hasTickets, markBytes, noteTickets } from '@chorus/db/stores/concern-tickets'
import type { Parts } from '../parts.ts'
import { collectKeysOf } from '../stages/collect/wave-keys.ts'
import { currentMonth } from './month.ts'

/**
 * Gives a signed-in person the tickets of the month, all at once, without seeing them. First it is noted, for good, that the person has
 * them; the same elements again are evaluated again, others are refused.
 */
export async function issueTickets(
  { database, vault }: Pick<Parts, 'database' | 'vault'>,
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
  const { mark, page } = placeOf(who.person, keys.Kt, await countConcernPages(database.issuer, key))
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

/** Whether a device of the person has the tickets of this month. @returns false also where there are no keys, which asking for tickets tells */
export async function areCollected(
  { database, vault }: Pick<Parts, 'database' | 'vault'>,
  who: { readonly organisation: string; readonly person: string },
  month: string,
): Promise<boolean> {
  const keys = await collectKeysOf(vault.concerns, month)
  if (keys === null) return false
  const key = { organisation: who.organisation, month }
  const { mark, page } = placeOf(who.person, keys.Kt, await countConcernPages(database.issuer, key))
  return hasTickets(database.issuer, key, page, mark)
}

/** Where it is noted that a person has the tickets of a month, and by which mark. */
function placeOf(person: string, secret: Uint8Array, pages: number) {
  const place = createHmac('sha256', secret)
    .update('chorus-concern-mark/1')
    .update(uuidBytes(person))
    .digest()
  return { mark: place.subarray(0, markBytes), page: place.readUInt32BE(markBytes) % pages }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
