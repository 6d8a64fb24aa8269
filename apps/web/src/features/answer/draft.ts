import { isRecord, type KeyValue } from '../../lib/device/list.ts'
import type { SentAnswers } from './api/send.ts'
import { type Comments, isAnswers, isComments } from './kept.ts'

/**
 * What was chosen and written so far, where the reader is, and whether others use the device too. Lives in the tab only; on a shared device no
 * longer than `sharedFor` after the last touch.
 */
export type Draft = { answers: SentAnswers; comments: Comments; at: number; shared: boolean }

/** Milliseconds that a draft outlives its last touch on a shared device: long enough for a call, too short for the next shift. */
export const sharedFor = 30 * 60_000

/**
 * The draft of one wave. Storage that is closed or full is no reason to stop answering: then a reload starts anew, and
 * nothing else changes.
 */
export function draftOf(wave: string, tab: KeyValue | undefined, now: () => number = Date.now) {
  const key = `chorus.draft.${wave}`
  function read(): Draft | undefined {
    try {
      const value: unknown = JSON.parse(tab?.getItem(key) ?? 'null')
      if (!isStored(value)) return undefined
      const { answers, comments, at, until } = value
      if (until !== null && until <= now()) {
        wipe()
        return undefined
      }
      return { answers, comments, at, shared: until !== null }
    } catch {
      return undefined
    }
  }
  function keep({ answers, comments, at, shared }: Draft): void {
    const stored: Stored = { answers, comments, at, until: shared ? now() + sharedFor : null }
    try {
      tab?.setItem(key, JSON.stringify(stored))
    } catch {
      // Full or closed: see above.
    }
  }
  function wipe(): void {
    try {
      tab?.removeItem(key)
    } catch {
      // Closed: then there is nothing to wipe.
    }
  }
  return { read, keep, wipe }
}

/** The storage of this tab; undefined where the browser keeps it closed. */
export function tabStorage(): KeyValue | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}

/** `until`: milliseconds since 1970; null on a device of one's own. */
type Stored = { answers: SentAnswers; comments: Comments; at: number; until: number | null }

function isStored(value: unknown): value is Stored {
  return (
    isRecord(value) &&
    isAnswers(value.answers) &&
    isComments(value.comments) &&
    Number.isInteger(value.at) &&
    (value.until === null || typeof value.until === 'number')
  )
}
