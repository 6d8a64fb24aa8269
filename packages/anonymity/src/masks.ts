import type { Policy } from '@chorus/contracts/policy'
import { familiesOf } from './families.ts'
import type { GroupTally, Layer } from './group-tally.ts'
import { thresholdsOf } from './policy.ts'
import { protectCuts, type ShownCuts } from './rules/cut-protection.ts'
import { reachesMinimum } from './rules/minimum-group.ts'
import { wholeOnlyWhenSmall } from './rules/small-organisation.ts'
import { protectTree } from './rules/tree-protection.ts'
import { rollUp, type Tree } from './tree.ts'

/** What a layer shows: per unit 1 = shown, and per family, category and unit. */
export type LayerMask = { readonly units: Uint8Array; readonly cuts: ShownCuts }

/** What may be shown; drawn from head counts before any answer is looked at. */
export type Masks = {
  readonly cells: LayerMask
  /** Per block: its means, and within them what needs more answers. */
  readonly blocks: readonly BlockMasks[]
}

export type BlockMasks = {
  readonly means: LayerMask
  readonly favourable: LayerMask
  /** The word for agreement. */
  readonly agreement: LayerMask
  /** Distribution of answers, and spread. */
  readonly detail: LayerMask
}

/**
 * Draws the masks layer by layer, each inside the one before: cells of all who answered, then each block of those who
 * answered all of it, then its favourable shares, agreement and distributions with their higher thresholds. Every layer is
 * protected on its own counts, since each can be subtracted on its own. Cuts are filled up with exact algebra only where
 * means are shown; layers inside rest on the certificate alone.
 */
export function drawMasks(counts: GroupTally, tree: Tree, policy: Policy): Masks {
  const thresholds = thresholdsOf(policy)
  const everybody = counts.ownCounts('respondents')
  const everything = new Uint8Array(tree.ids.length).fill(1)

  function draw(layer: Layer, minimum: number, inside: LayerMask | null): LayerMask {
    const own = layer === 'respondents' ? everybody : counts.ownCounts(layer)
    const whole = rollUp(Uint32Array.from(own), 1, tree)
    const outer = inside?.units ?? everything
    const enough = reachesMinimum(whole, minimum).map((value, unit) => value & (outer[unit] ?? 0))
    const units = protectTree(
      tree,
      own,
      minimum,
      wholeOnlyWhenSmall(tree, whole, thresholds.splitOrganisation, enough),
    )
    const isWhole = (whole[tree.order[0] ?? 0] ?? 0) < thresholds.splitOrganisation
    const cuts = isWhole || policy.cuts.length === 0 ? [] : cutsOfLayer(layer, minimum, units, inside)
    return { units, cuts }
  }

  function cutsOfLayer(
    layer: Layer,
    minimum: number,
    shownUnits: Uint8Array,
    inside: LayerMask | null,
  ): ShownCuts {
    return protectCuts({
      tree,
      heads: counts.heads(layer),
      shownUnits,
      families: familiesOf(policy, minimum),
      k: minimum,
      ...(inside === null ? {} : { allowed: inside.cuts }),
      fill: minimum === thresholds.cell,
    })
  }

  const cells = draw('respondents', thresholds.cell, null)
  /** Where nobody skipped anything, all blocks have the masks of the first of them. */
  let unskipped: BlockMasks | null = null
  const blocks = counts.tally.blocks.map((_, block) => {
    const same = counts.nobodySkipped(block)
    if (same && unskipped) return unskipped
    const means = same ? cells : draw(block, thresholds.cell, cells)
    const favourable = draw(block, thresholds.favourable, means)
    const agreement =
      thresholds.agreement === thresholds.favourable ? favourable : draw(block, thresholds.agreement, means)
    const masks = { means, favourable, agreement, detail: draw(block, thresholds.detail, favourable) }
    if (same) unskipped = masks
    return masks
  })
  return { cells, blocks }
}
