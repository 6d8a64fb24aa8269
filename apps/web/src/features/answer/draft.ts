import type { SentAnswers } from './api/send.ts'

/** What was chosen so far and where the reader is. Lives in the tab only, so that a shared device forgets it. */
export type Draft = { answers: SentAnswers; at: number }

/**
 * Answers on their way, with the token of their ballot. Kept on the device until they are counted: without the token
 * the voice would be lost. `cohort` is null until the server said that the ballot is collected.
 */
export type Unsent = { token: string; commitment: string; answers: SentAnswers; cohort: string | null }

/**
 * The two places of one wave. Storage that is closed or full is no reason to stop answering: then a reload
 * starts anew, and nothing else changes.
 */
export function draftsOf(wave: string, tab: KeyValue | undefined, device: KeyValue | undefined) {
  return {
    draft: place<Draft>(tab, `chorus.draft.${wave}`, isDraft),
    unsent: place<Unsent>(device, `chorus.unsent.${wave}`, isUnsent),
  }
}
export type Drafts = ReturnType<typeof draftsOf>
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

function place<T>(storage: KeyValue | undefined, key: string, fits: (value: unknown) => value is T) {
  return {
    read(): T | undefined {
      try {
        const value: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
        return fits(value) ? value : undefined
      } catch {
        return undefined
      }
    },
    keep(value: T): void {
      try {
        storage?.setItem(key, JSON.stringify(value))
      } catch {
        // Full or closed: see above.
      }
    },
    wipe(): void {
      try {
        storage?.removeItem(key)
      } catch {
        // Closed: then there is nothing to wipe.
      }
    },
  }
}

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && isAnswers(value.answers) && Number.isInteger(value.at)
}

function isUnsent(value: unknown): value is Unsent {
  if (!isRecord(value) || !isAnswers(value.answers)) return false
  const { token, commitment, cohort } = value
  return isText(token) && isText(commitment) && (cohort === null || isText(cohort))
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isAnswers(value: unknown): value is SentAnswers {
  return (
    isRecord(value) && Object.values(value).every((answer) => answer === null || Number.isInteger(answer))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
