import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { getManifest } from '../../lib/api/manifest.ts'
import { ApiProblem } from '../../lib/api/problem.ts'
import { receiptsIn } from '../../lib/device/receipts.ts'
import { collectBallots } from './api/ballot.ts'
import { sendBallot } from './api/send.ts'
import { isIssued, type Kept, keptIn, markOf } from './kept.ts'
import type { BallotCode } from './send-fault.ts'
import { createSender, type Sender, type SenderParts, type SendState } from './sending.ts'

/** The one sender of this page, with what the page is told of it. */
export type PageSender = Pick<Sender, 'send'> & {
  kept: SenderParts['kept']
  stateOf: (id: string) => SendState | undefined
  onChange: (listener: () => void) => () => void
  /**
   * Sends what lies on the device: ballots that are issued are anybody's to bring, others only their owner's. Gives back the
   * answers of this person that have no ballot yet.
   */
  resume: (person: string | undefined) => Promise<Kept[]>
}

/**
 * @param pause for tests; up to 20 s otherwise, so that the moment of an answer tells nothing of the moment of its ballot
 */
export function startPageSender(pause: () => number = randomPause): PageSender {
  const kept = keptIn()
  const states = new Map<string, SendState>()
  const listeners = new Set<() => void>()
  const sender = createSender({
    kept,
    receipts: receiptsIn(),
    post: { getManifest, fingerprintOf, collectBallots, sendBallot },
    loadCode: loadBallotCode,
    pause: () => (document.visibilityState === 'hidden' ? 0 : pause()),
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    told: (id, state) => {
      states.set(id, state)
      for (const listener of listeners) listener()
    },
  })
  let known: string | undefined
  async function resume(person: string | undefined): Promise<Kept[]> {
    known = person
    const own: Kept[] = []
    for (const one of kept.all()) {
      const isOwn = person !== undefined && !isIssued(one) && one.owner === (await markOf(one.seed, person))
      if (isOwn) own.push(one)
      if (isOwn || isIssued(one)) void sender.send(one.id)
      // Somebody else's, and too late for a ballot: they must not lie on a shared device for ever.
      else if (person !== undefined && new Date(one.closes) < new Date()) kept.drop(one.id)
    }
    return own
  }
  addEventListener('pagehide', sender.flush)
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.flush()
  })
  addEventListener('online', () => void resume(known))
  return {
    send: sender.send,
    kept,
    stateOf: (id) => states.get(id),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    resume,
  }
}

/** Without a network the code cannot come either: the answers wait as they do for anything else. */
export async function loadBallotCode(): Promise<BallotCode> {
  try {
    return await import('./ballot-code.ts')
  } catch {
    throw new ApiProblem('offline')
  }
}

const longestPause = 20_000

function randomPause(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return (drawn / 2 ** 32) * longestPause
}
