import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { getManifest } from '../../../lib/api/manifest.ts'
import { pageMemory } from '../../../lib/device/list.ts'
import { type Receipt, receiptsIn } from '../../../lib/device/receipts.ts'
import { sendBallot } from '../api/send.ts'
import { collectSheetBallot } from '../api/sheet.ts'
import { type Kept, keptIn } from '../kept.ts'
import { loadBallotCode } from '../page-sender.ts'
import type { SendFault } from '../send-fault.ts'
import { createSender, type SenderParts, type SendState } from '../sending.ts'

/** Brings the answers of one sheet to the urn, out of the memory of this page. */
export type KioskSender = {
  send: (kept: Kept) => void
  state: () => SendState
  onChange: (listener: () => void) => () => void
  /** The receipt, once the answers are counted. */
  receipt: () => Receipt | undefined
  /** Tries again every few seconds what failed for want of a network, until the returned function is called. */
  keepTrying: () => () => void
}

type Post = Omit<SenderParts['post'], 'collectBallots'> & { collectSheetBallot: typeof collectSheetBallot }

/**
 * The sender of the survey page, with three differences: everything is kept in memory alone, the ballot is collected with the code of a sheet,
 * and the answers leave at once, because nobody is known here and somebody is waiting.
 */
export function startKioskSender(code: string, post: Post = ownServer): KioskSender {
  const memory = pageMemory()
  const kept = keptIn(memory)
  const receipts = receiptsIn(memory)
  const listeners = new Set<() => void>()
  let state: SendState = { is: 'collecting' }
  let id = ''
  const sender = createSender({
    kept,
    receipts,
    post: {
      ...post,
      collectBallots: async (wave, { blinded }) => ({
        ...(await post.collectSheetBallot(wave, { code, blinded })),
        cuts: {},
      }),
    },
    loadCode: loadBallotCode,
    pause: () => 0,
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    told: (_id, next) => {
      state = next
      for (const listener of listeners) listener()
    },
  })
  function again(): void {
    if (state.is === 'kept' && passes.has(state.fault)) void sender.send(id)
    if (state.is === 'waiting' && state.fault) sender.flush()
  }
  return {
    send: (finished) => {
      id = finished.id
      kept.put(finished)
      void sender.send(id)
    },
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    receipt: () => receipts.all().find(({ sig }) => sig !== null),
    keepTrying: () => {
      const timer = setInterval(again, betweenTries)
      addEventListener('online', again)
      return () => {
        clearInterval(timer)
        removeEventListener('online', again)
      }
    },
  }
}

const ownServer: Post = { getManifest, fingerprintOf, collectSheetBallot, sendBallot }

/** Milliseconds. */
const betweenTries = 5_000

/** Faults that may pass by themselves. */
const passes: ReadonlySet<SendFault> = new Set<SendFault>(['offline', 'too-busy', 'internal'])
