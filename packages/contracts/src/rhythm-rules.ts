import { z } from 'zod'
import { minutesOf, type Rhythm } from './rhythm.ts'
import { type Rotation, rotation } from './rotation.ts'

/**
 * What of a rhythm is a rule, and so needs a second person where one is wanted: how long people have to answer, and how many scales take turns.
 * On which day a wave opens, holidays and a pause are none.
 */
export const rhythmRules = z.object({
  /** Minutes by local clocks from the opening of a wave to its close; null where waves are opened by hand. */
  openMinutes: z.int().nullable(),
  perWave: rotation.shape.perWave,
})
export type RhythmRules = z.infer<typeof rhythmRules>

export function rulesOfRhythm(rhythm: Rhythm | null, turns: Rotation | null): RhythmRules {
  return { openMinutes: rhythm && openMinutes(rhythm), perWave: turns?.perWave ?? 1 }
}

function openMinutes({ windowDays, opensAt, closesAt }: Rhythm): number {
  return windowDays * 1440 + minutesOf(closesAt) - minutesOf(opensAt)
}
