import { toBase64url } from '@chorus/ballot/base64url'
import { type DeviceList, deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/** Both 32 and 64 bytes, base64url: good for one concern. */
type KeptTicket = { readonly input: string; readonly token: string }

/**
 * The tickets of a month that a person collected on this device. Everybody's device has as many, used or not, so they say that somebody was here
 * and no more.
 */
export type KeptTickets = {
  /** The person's. */
  readonly id: string
  readonly organisation: string
  readonly month: string
  /** On which day this device asked for them: by its own calendar. */
  readonly day: string
  /** base64url: asked for once more with these, the answer is the same. Forgotten once it is there. */
  readonly seeds: readonly string[]
  /** Used ones are overwritten, and stand behind the others; null until the server's answer has come. */
  readonly tickets: readonly KeptTicket[] | null
}

export function concernTicketsIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<KeptTickets> {
  return listOf(storage, 'chorus.concern-tickets', isKeptTickets)
}

function isKeptTickets(value: unknown): value is KeptTickets {
  return (
    isRecord(value) &&
    hasTexts(value, ['id', 'organisation', 'month', 'day']) &&
    Array.isArray(value.seeds) &&
    value.seeds.every((seed) => typeof seed === 'string') &&
    (value.tickets === null || (Array.isArray(value.tickets) && value.tickets.every(isTicket)))
  )
}

/** What stands in the place of a used ticket: nothing tells the two apart but trying to use it. */
export function usedTicket(): KeptTicket {
  const random = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)))
  return { input: random(32), token: random(64) }
}

function isTicket(value: unknown): value is KeptTicket {
  return isRecord(value) && hasTexts(value, ['input', 'token'])
}
