import { type DeviceList, deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/** Both 32 and 64 bytes, base64url: good for one concern. */
type KeptTicket = { readonly input: string; readonly token: string }

/** The tickets of a month that a person collected on this device. Everybody's device has some, so they say that somebody was here and no more. */
export type KeptTickets = {
  /** The person's. */
  readonly id: string
  readonly organisation: string
  readonly month: string
  /** base64url: asked for once more with these, the answer is the same. Forgotten once it is there. */
  readonly seeds: readonly string[]
  /** What is left of them; null until the server's answer has come. */
  readonly tickets: readonly KeptTicket[] | null
}

export function concernTicketsIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<KeptTickets> {
  return listOf(storage, 'chorus.concern-tickets', isKeptTickets)
}

function isKeptTickets(value: unknown): value is KeptTickets {
  return (
    isRecord(value) &&
    hasTexts(value, ['id', 'organisation', 'month']) &&
    Array.isArray(value.seeds) &&
    value.seeds.every((seed) => typeof seed === 'string') &&
    (value.tickets === null || (Array.isArray(value.tickets) && value.tickets.every(isTicket)))
  )
}

function isTicket(value: unknown): value is KeptTicket {
  return isRecord(value) && hasTexts(value, ['input', 'token'])
}
