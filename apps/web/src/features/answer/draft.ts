import { isRecord, type KeyValue } from '../../lib/device/list.ts'
import type { SentAnswers } from './api/send.ts'
import { type Comments, isAnswers, isComments } from './kept.ts'

/** What was chosen and written so far and where the reader is. Lives in the tab only, so that a shared device forgets it. */
export type Draft = { answers: SentAnswers; comments?: Comments; at: number }

/**
 * The draft of one wave. Storage that is closed or full is no reason to stop answering: then a reload starts anew, and
 * nothing else changes.
 */
export function draftOf(wave: string, tab: KeyValue | undefined) {
  const key = `chorus.draft.${wave}`
  return {
    read(): Draft | undefined {
      try {
        const value: unknown = JSON.parse(tab?.getItem(key) ?? 'null')
        return isDraft(value) ? value : undefined
      } catch {
        return undefined
      }
    },
    keep(draft: Draft): void {
      try {
        tab?.setItem(key, JSON.stringify(draft))
      } catch {
        // Full or closed: see above.
      }
    },
    wipe(): void {
      try {
        tab?.removeItem(key)
      } catch {
        // Closed: then there is nothing to wipe.
      }
    },
  }
}

/** The storage of this tab; undefined where the browser keeps it closed. */
export function tabStorage(): KeyValue | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value) || (value.comments !== undefined && !isComments(value.comments))) return false
  return isAnswers(value.answers) && Number.isInteger(value.at)
}
