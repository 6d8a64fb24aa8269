import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'
import { occurrenceOf } from './occurrence.ts'
import { type PlannedWave, plannedWave } from './planned-wave.ts'

/** So many occurrences without a wave end the search: rests that cover decades hide no endless loop. */
const mostLeftOut = 2000

/** The next waves that open later than this moment, soonest first: none while paused, fewer where rests never end. */
export function nextWaves(rhythm: Rhythm, after: Date, count: number): PlannedWave[] {
  if (rhythm.paused) return []
  const found: PlannedWave[] = []
  let leftOut = 0
  for (let index = indexBefore(rhythm, after); found.length < count && leftOut < mostLeftOut; index++) {
    const wave = plannedWave(rhythm, index)
    if (wave && wave.opensAt > after) {
      found.push(wave)
      leftOut = 0
    } else leftOut += 1
  }
  return found
}

/**
 * An index from which on no wave that opens after this moment is missed: a moved wave opens before the next occurrence, so two
 * occurrences back are enough. Months are counted as if all had 31 days, which errs to the early side.
 */
function indexBefore(rhythm: Rhythm, after: Date): number {
  const local = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(rhythm.zone)
    .toPlainDate()
  const days = occurrenceOf(rhythm, 0).until(local, { largestUnit: 'day' }).days
  const interval = rhythm.every.unit === 'week' ? 7 * rhythm.every.count : 31 * rhythm.every.count
  return Math.max(0, Math.floor(days / interval) - 2)
}
