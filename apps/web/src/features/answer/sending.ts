import type { SendAnswer } from '@chorus/contracts/collect'
import { codeOf } from '../../lib/api/problem.ts'
import type { DeviceList } from '../../lib/device/list.ts'
import type { Receipt } from '../../lib/device/receipts.ts'
import type { SentBallot } from './api/send.ts'
import { type Collecting, collectRights } from './collect-rights.ts'
import { isIssued, type Kept, type KeptBallot } from './kept.ts'
import { countedReceipt, refusedReceipt } from './receipt-of.ts'
import type { BallotCode, SendFault } from './send-fault.ts'
import { contentOf } from './sent-content.ts'

/**
 * `kept`: no ballot yet, the answers wait on the device. `waiting`: the ballots are there, each goes at its random moment, or again
 * after a fault. `counted` and `refused` are final.
 */
export type SendState =
  | { is: 'collecting' }
  | { is: 'kept'; fault: SendFault }
  | { is: 'waiting'; fault: SendFault | null }
  | { is: 'counted' }
  | { is: 'refused'; code: SendFault }

export type SenderParts = {
  kept: DeviceList<Kept>
  receipts: DeviceList<Receipt>
  post: Collecting & { sendBallot: (wave: string, ballot: SentBallot) => Promise<SendAnswer> }
  loadCode: () => Promise<BallotCode>
  /** Milliseconds before a ballot is sent, drawn anew for each. */
  pause: () => number
  /** Does it later; returns how to call it off. */
  after: (milliseconds: number, act: () => void) => () => void
  told: (id: string, state: SendState) => void
}

/**
 * Brings kept answers to the urn: collects the ballots (M1), then sends each on its own after a pause (M2), again and again
 * until it is receipted. Whatever is lost on the way, repeating is safe: the seed gives the same elements, a ballot is stored once.
 */
export function createSender({ kept, receipts, post, loadCode, pause, after, told }: SenderParts) {
  const collecting = new Set<string>()
  const underWay = new Set<string>()
  const due = new Map<string, { now: () => void; callOff: () => void }>()
  const refusals = new Map<string, SendFault>()

  async function send(id: string): Promise<void> {
    const found = kept.find(id)
    if (!found || collecting.has(id)) return
    collecting.add(id)
    const issued = isIssued(found) || (await collect(found))
    collecting.delete(id)
    if (!issued) return
    told(id, { is: 'waiting', fault: null })
    for (const { dimension } of kept.find(id)?.ballots ?? []) plan(id, dimension, 0)
  }

  async function collect(wanted: Kept): Promise<boolean> {
    told(wanted.id, { is: 'collecting' })
    try {
      const code = await loadCode()
      // The keys take as long as the network does.
      const [collected, replyKeys] = await Promise.all([
        collectRights(wanted, code, post),
        code.replyKeysOf(wanted),
      ])
      if (typeof collected === 'object') {
        // From here on anybody's next visit may bring them: nothing is left that says whose they are.
        kept.put({ ...collected, seed: '', owner: '', secret: '', replyKeys })
        return true
      }
      told(wanted.id, { is: 'kept', fault: collected })
    } catch (problem) {
      const fault = codeOf(problem)
      if (noBallotWillCome.has(fault)) {
        kept.drop(wanted.id)
        if (fault !== 'ballot-already-collected')
          for (const ballot of wanted.ballots) receipts.put(refusedReceipt(wanted, ballot, fault))
        told(wanted.id, { is: 'refused', code: fault })
      } else told(wanted.id, { is: 'kept', fault })
    }
    return false
  }

  function plan(id: string, dimension: string, tries: number): void {
    const key = `${id} ${dimension}`
    if (underWay.has(key)) return
    due.get(key)?.callOff()
    const now = () => {
      due.delete(key)
      void deliver(id, dimension, tries)
    }
    const longer = tries === 0 ? 0 : Math.min(longestWait, firstWait * 2 ** (tries - 1))
    due.set(key, { now, callOff: after(pause() + longer, now) })
  }

  async function deliver(id: string, dimension: string, tries: number): Promise<void> {
    const wanted = kept.find(id)
    const ballot = wanted?.ballots.find((one) => one.dimension === dimension)
    const key = `${id} ${dimension}`
    if (!wanted || !ballot?.right || underWay.has(key)) return
    underWay.add(key)
    const fault = await attempt(wanted, ballot, ballot.right)
    underWay.delete(key)
    if (!fault) return finish(id, dimension)
    if (neverCounted.has(fault)) {
      receipts.put(refusedReceipt(wanted, ballot, fault))
      refusals.set(id, fault)
      return finish(id, dimension)
    }
    told(id, { is: 'waiting', fault })
    plan(id, dimension, tries + 1)
  }

  async function attempt(
    wanted: Kept,
    ballot: KeptBallot,
    right: KeptBallot['right'] & object,
  ): Promise<SendFault | undefined> {
    try {
      const answer = await post.sendBallot(wanted.wave, {
        cohort: ballot.cohort,
        ...right,
        ...contentOf(wanted, ballot),
      })
      const leaf = await (await loadCode()).leafWhenSigned(wanted, ballot, answer)
      if (!leaf) return 'receipt-not-valid'
      receipts.put(countedReceipt(wanted, ballot, { leaf, sig: answer.sig }))
      return undefined
    } catch (problem) {
      return codeOf(problem)
    }
  }

  /** The ballot needs nothing more; with the last one the answers go from the device. */
  function finish(id: string, dimension: string): void {
    const now = kept.find(id)
    const left = now?.ballots.filter((one) => one.dimension !== dimension) ?? []
    if (now && left.length > 0) {
      kept.put({ ...now, ballots: left })
      return
    }
    kept.drop(id)
    const refused = refusals.get(id)
    told(id, refused ? { is: 'refused', code: refused } : { is: 'counted' })
  }

  /** The page is being left: what waits goes now. */
  function flush(): void {
    for (const { now, callOff } of [...due.values()]) {
      callOff()
      now()
    }
  }

  return { send, flush }
}
export type Sender = ReturnType<typeof createSender>

/** Milliseconds of additional pause after the first fault, doubled after each further one. */
const firstWait = 5_000
const longestWait = 300_000

const noBallotWillCome: ReadonlySet<SendFault> = new Set<SendFault>([
  'ballot-already-collected',
  'wave-not-open',
  'unknown-wave',
  'not-invited',
  'answers-on-paper',
  'sheet-code-not-valid',
  'sheet-not-handed-out',
  'sheet-already-used',
])

const neverCounted: ReadonlySet<SendFault> = new Set<SendFault>([
  'wave-not-open',
  'unknown-wave',
  'ballot-not-valid',
  'ballot-spent',
])
