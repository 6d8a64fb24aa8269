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

/** A layer whose categories are to be chosen; its units are chosen already. */
export type LayerToCut = {
  /** Says which layer it is: "cells", or a block's id and what of it. */
  readonly name: string
  readonly counted: Layer
  /** Answers that anything shown in it needs. */
  readonly minimum: number
  readonly shownUnits: Uint8Array
  readonly inside: LayerMask | null
}
export type CutRule = (layer: LayerToCut) => ShownCuts

/**
 * Draws the masks layer by layer, each inside the one before: cells of all who answered, then each block of those who
 * answered all of it, then its favourable shares, agreement and distributions with their higher thresholds. Every layer is
 * protected on its own counts, since each can be subtracted on its own.
 */
export function drawMasks(
  counts: GroupTally,
  tree: Tree,
  policy: Policy,
  cutRule: CutRule = cutsInFinestGroups(counts, tree, policy),
): Masks {
  const thresholds = thresholdsOf(policy)
  const everything = new Uint8Array(tree.ids.length).fill(1)

  function draw(name: string, counted: Layer, minimum: number, inside: LayerMask | null): LayerMask {
    const own = counts.ownCounts(counted)
    const whole = rollUp(Uint32Array.from(own), 1, tree)
    const outer = inside?.units ?? everything
    const enough = reachesMinimum(whole, minimum).map((value, unit) => value & (outer[unit] ?? 0))
    const allowed = wholeOnlyWhenSmall(tree, whole, thresholds.splitOrganisation, enough)
    const units = protectTree(tree, own, minimum, allowed)
    const isSmall = (whole[tree.order[0] ?? 0] ?? 0) < thresholds.splitOrganisation
    const hasCuts = policy.cuts.length > 0 && !isSmall
    return { units, cuts: hasCuts ? cutRule({ name, counted, minimum, shownUnits: units, inside }) : [] }
  }

  const cells = draw('cells', 'respondents', thresholds.cell, null)
  /** Where nobody skipped anything, all blocks have the masks of the first of them. */
  let unskipped: BlockMasks | null = null
  const blocks = counts.tally.blocks.map(({ id }, block) => {
    const same = counts.nobodySkipped(block)
    if (same && unskipped) return unskipped
    const means = same ? cells : draw(`${id} means`, block, thresholds.cell, cells)
    const favourable = draw(`${id} favourable`, block, thresholds.favourable, means)
    const agreement = draw(`${id} agreement`, block, thresholds.agreement, means)
    const masks = {
      means,
      favourable,
      agreement,
      detail: draw(`${id} detail`, block, thresholds.detail, favourable),
    }
    if (same) unskipped = masks
    return masks
  })
  return { cells, blocks }
}

/**
 * The rule where everybody's unit and categories are known together: filled up with exact algebra where means are shown; the
 * layers inside rest on the certificate alone.
 */
function cutsInFinestGroups(counts: GroupTally, tree: Tree, policy: Policy): CutRule {
  return ({ counted, minimum, shownUnits, inside }) =>
    protectCuts({
      tree,
      heads: counts.heads(counted),
      shownUnits,
      families: familiesOf(policy, minimum),
      k: minimum,
      ...(inside === null ? {} : { allowed: inside.cuts }),
      fill: minimum === thresholdsOf(policy).cell,
    })
}
