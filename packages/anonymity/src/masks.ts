import type { Policy } from '@chorus/contracts/policy'
import { thresholdsOf } from './policy.ts'
import { reachesMinimum } from './rules/minimum-group.ts'
import { wholeOnlyWhenSmall } from './rules/small-organisation.ts'
import { protectTree } from './rules/tree-protection.ts'
import type { Tally } from './tally.ts'
import { rollUp, type Tree } from './tree.ts'

/** What may be shown, per unit; drawn from head counts before any answer is looked at. */
export type Masks = {
  readonly cells: Uint8Array
  /** Per block: its means, and within them its favourable shares. */
  readonly blocks: readonly { readonly means: Uint8Array; readonly favourable: Uint8Array }[]
}

/**
 * Draws the masks layer by layer, each inside the one before: cells of all who answered, then each block of those who
 * answered all of it, then its favourable shares with their higher threshold. Every layer is
 * protected on its own counts, since each can be subtracted on its own.
 */
export function drawMasks(tally: Tally, tree: Tree, policy: Policy): Masks {
  const { cell, favourable, splitOrganisation } = thresholdsOf(policy)
  const everything = new Uint8Array(tree.ids.length).fill(1)

  function layer(own: Uint32Array, minimum: number, inside: Uint8Array): Uint8Array {
    const counts = rollUp(Uint32Array.from(own), 1, tree)
    const enough = reachesMinimum(counts, minimum).map((value, unit) => value & (inside[unit] ?? 0))
    return protectTree(tree, own, minimum, wholeOnlyWhenSmall(tree, counts, splitOrganisation, enough))
  }

  const cells = layer(tally.respondents, cell, everything)
  const blocks = tally.blocks.map((_, block) => {
    const own = tally.completeIn(block)
    const means = layer(own, cell, cells)
    return { means, favourable: layer(own, favourable, means) }
  })
  return { cells, blocks }
}
