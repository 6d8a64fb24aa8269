import type { Rhythm } from '@chorus/contracts/rhythm'
import { nextWaves } from '@chorus/rhythm/next-waves'
import type { PlannedWave } from '@chorus/rhythm/planned-wave'

const atATime = 20

/** Every occurrence that opens later than `after` and not later than `now`, oldest first. */
export function occurrencesCome(rhythm: Rhythm, after: Date, now: Date): PlannedWave[] {
  const come: PlannedWave[] = []
  for (let from = after; ; ) {
    const found = nextWaves(rhythm, from, atATime).filter(({ opensAt }) => opensAt <= now)
    come.push(...found)
    const last = found.at(-1)
    if (last === undefined || found.length < atATime) return come
    from = last.opensAt
  }
}
