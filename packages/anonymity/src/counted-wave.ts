import { invitedInUnits } from './invited-counts.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import type { Tally } from './tally.ts'
import type { Tree } from './tree.ts'
import { pooledSpread } from './typical-spread.ts'

/** What the figures of a wave are made from, counted once however often the wave is written. */
export type CountedWave = {
  /** Per unit with all below it. */
  readonly sums: Tally
  /** People invited, per unit with all below it. */
  readonly invited: Uint32Array
  /** Typical spread by measure. */
  readonly spread: Readonly<Record<string, number>>
  /** Per block: nobody who answered anything left out any of it. */
  readonly unskipped: readonly boolean[]
}

export function countWave(input: PublishInput, tree: Tree): CountedWave {
  const { counts, dimensions, policy } = input
  const own = counts.ownSums()
  const spread = pooledSpread(own, thresholdsOf(policy).organisation)
  return {
    sums: own.rollUp(tree),
    invited: invitedInUnits(input.invited, counts, tree),
    spread,
    unskipped: own.blocks.map(
      (_, block) => counts.nobodySkipped(block) && (dimensions?.cuts.nobodySkipped(block) ?? true),
    ),
  }
}
