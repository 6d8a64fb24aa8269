import { createHash } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { type ChainedEvent, hashedText } from '@chorus/contracts/trail-hash'

export type TrailFault =
  /** The event before `number` is missing, or numbers were changed. */
  | { readonly code: 'gap'; readonly number: number; readonly expected: number }
  /** What the event says, or an event before it, is not what was noted. */
  | { readonly code: 'changed'; readonly number: number }
  /** Two trails were put together. */
  | { readonly code: 'other-organisation'; readonly number: number }
  /** The head that somebody noted is not in the trail. */
  | { readonly code: 'head-missing'; readonly number: number }

/**
 * Whether every event follows from the one before, from the first on, and, where somebody noted a head, whether the trail still contains it.
 * Without a noted head nobody can tell that events at the end were cut off, or that all of it was written anew.
 * @param noted SHA-256, hex
 */
export async function checkTrail(
  events: AsyncIterable<ChainedEvent>,
  noted?: string,
): Promise<Result<{ readonly events: number; readonly head: string }, TrailFault>> {
  let last = { number: 0, hash: '' }
  let organisation: string | undefined
  let isContained = noted === undefined
  for await (const event of events) {
    const { number } = event
    organisation ??= event.organisation
    if (event.organisation !== organisation) return err({ code: 'other-organisation', number })
    if (number !== last.number + 1) return err({ code: 'gap', number, expected: last.number + 1 })
    const hash = createHash('sha256').update(hashedText(last.hash, event)).digest('hex')
    if (hash !== event.hash) return err({ code: 'changed', number })
    if (hash === noted) isContained = true
    last = { number, hash }
  }
  if (!isContained) return err({ code: 'head-missing', number: last.number })
  return ok({ events: last.number, head: last.hash })
}
