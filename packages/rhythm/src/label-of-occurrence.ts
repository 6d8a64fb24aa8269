import type { Rhythm } from '@chorus/contracts/rhythm'

/**
 * What a wave of a rhythm is called, also one that opens at once: "2026-11-23", and "2026-11" where there is at most one in a month. Dates in ISO 8601 read the same
 * in all languages, sort by themselves, and need no week numbers, which many countries do not use.
 */
export function labelOfOccurrence(occurrence: string, every: Rhythm['every']): string {
  return every.unit === 'month' ? occurrence.slice(0, 'yyyy-mm'.length) : occurrence
}
