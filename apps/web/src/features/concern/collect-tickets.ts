// Loaded after the page: it brings the elliptic curve with it.
import { finishBallot } from '@chorus/ballot/ballot-client'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { concernInfo } from '@chorus/ballot/concern-info'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { prepareOnDevice } from '@chorus/ballot/prepare-on-device'
import type { ConcernMonth, MyConcernMonth } from '@chorus/contracts/concerns'
import { ticketsAMonth } from '@chorus/contracts/ticket-limits'
import { concernTicketsIn, type KeptTickets } from '../../lib/device/concern-tickets.ts'
import { askForKeys, askForMonth, askForTickets } from './api/concern.ts'

/** `isFresh`: they came today, and not on an earlier day. */
export type CollectedTickets = {
  readonly kept: KeptTickets & { readonly tickets: NonNullable<KeptTickets['tickets']> }
  readonly isFresh: boolean
}

/**
 * The tickets of this month, from this device or from the server. Every signed-in device does this on its first visit in a month, whether
 * somebody has a concern or not: so it tells nothing.
 * @throws ApiProblem tickets-collected where another device has them
 */
export async function collectTickets(person: string): Promise<CollectedTickets> {
  return collect(person, await askForMonth())
}

/** The same beside a page: where another device was faster, nothing is asked for. */
export async function collectUnlessElsewhere(person: string): Promise<void> {
  const now = await askForMonth()
  if (!now.collected || ownOf(person, now)) await collect(person, now)
}

async function collect(person: string, now: MyConcernMonth): Promise<CollectedTickets> {
  const today = todayHere()
  const list = concernTicketsIn()
  const own = ownOf(person, now)
  if (own?.tickets) return { kept: { ...own, tickets: own.tickets }, isFresh: own.day === today }
  // Kept before they are used: if the answer gets lost, the same seeds are asked with again.
  const { organisation, month } = now
  const begun: KeptTickets = own ?? {
    id: person,
    organisation,
    month,
    day: today,
    seeds: newSeeds(),
    tickets: null,
  }
  list.put(begun)
  // Seeds that stayed would tell, beside the database, which concern a used ticket was spent on.
  const kept = { ...begun, day: today, tickets: await ticketsFor(now, begun.seeds), seeds: [] }
  list.put(kept)
  return { kept, isFresh: true }
}

/** What this device has of the month; nothing of an earlier one. */
function ownOf(person: string, { organisation, month }: MyConcernMonth): KeptTickets | undefined {
  const found = concernTicketsIn().find(person)
  return found?.month === month && found.organisation === organisation ? found : undefined
}

async function ticketsFor(now: MyConcernMonth, seeds: readonly string[]) {
  const { canonical, fingerprint } = await askForKeys(now.organisation)
  const month: ConcernMonth = JSON.parse(canonical)
  if ((await fingerprintOf(canonical)) !== fingerprint || month.id !== now.month)
    throw new Error('the keys of the month are not what they are said to be')
  const info = concernInfo({ ...month, fingerprint })
  const pkB = fromBase64url(month.pkB)
  const prepared = await Promise.all(seeds.map((seed) => prepareOnDevice(fromBase64url(seed), info, pkB)))
  const { evaluations } = await askForTickets({
    blinded: prepared.map(({ blinded }) => toBase64url(blinded)),
  })
  return prepared.map((one, at) => {
    const { evaluated = '', proof = '' } = evaluations[at] ?? {}
    const ticket = finishBallot(one, { evaluated: fromBase64url(evaluated), proof: fromBase64url(proof) })
    if (!ticket.ok) throw new Error('a ticket was made with another key than the one that everybody is shown')
    return { input: toBase64url(ticket.value.input), token: toBase64url(ticket.value.token) }
  })
}

function todayHere(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-')
}

function newSeeds(): string[] {
  return Array.from({ length: ticketsAMonth }, () => toBase64url(crypto.getRandomValues(new Uint8Array(32))))
}
