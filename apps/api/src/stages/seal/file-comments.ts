import { present } from '@chorus/basics/assert'
import type { OpenedWave } from '@chorus/db/stores/closing'
import type { SealedCohort } from '@chorus/db/stores/sealed-waves'
import type { WaveRow } from '@chorus/db/stores/waves'
import type { OpenedComment } from './open-urn.ts'

/** A comment that its author wants shown further up goes up so many levels. */
const levelsFurther = 2

/**
 * Files comments under units. Where an author asked for it the unit is one further up, and from here on nobody can tell that this
 * was asked.
 */
export function fileComments(
  units: WaveRow['units'],
  cohorts: readonly SealedCohort[],
  comments: readonly OpenedComment[],
): OpenedWave['comments'] {
  const unitOf = new Map(cohorts.map(({ id, unit }) => [id, unit]))
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]))
  return comments.map(({ cohort, scale, text, further, replyKey }) => {
    let unit = present(unitOf.get(cohort), 'the unit of a comment')
    for (let level = 0; further && level < levelsFurther; level++) unit = parentOf.get(unit) ?? unit
    return { unit, scale, text, replyKey: replyKey && Buffer.from(replyKey) }
  })
}
