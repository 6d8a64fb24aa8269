import type { ManifestCohort } from '@chorus/contracts/collect'
import type { Scale } from '@chorus/contracts/instrument'
import type { Pulse } from './open-pulse.ts'

/** A scale that this person may add a comment to. */
export type Commented = {
  readonly scale: Scale
  /** The statement behind which there is room for it. */
  readonly after: string
  /** The group that the comment is filed under. */
  readonly group: ManifestCohort
  /** Answers that a list of comments needs. */
  readonly threshold: number
  /** What the organisation wrote itself: the names of the pulse and its groups. */
  readonly ours: string
}

/** None where the programme asks for no comments, and for sheets of paper. */
export function commentedScales({
  manifest,
  invitation,
}: Pick<Pulse, 'manifest' | 'invitation'>): Commented[] {
  const ours = [manifest.label, ...manifest.cohorts.map(({ label }) => label)].join(' ')
  return manifest.scales.flatMap((scale) => {
    const after = scale.items.at(-1)?.id
    const group = manifest.cohorts.find(
      (cohort) => cohort.scale === scale.id && invitation.cuts.some(({ id }) => id === cohort.id),
    )
    return after && group ? [{ scale, after, group, threshold: manifest.policy.commentK, ours }] : []
  })
}
