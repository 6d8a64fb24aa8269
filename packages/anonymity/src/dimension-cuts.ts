import type { Policy } from '@chorus/contracts/policy'
import type { SealingAudit } from '@chorus/contracts/publish'
import { cutsOf, familiesOf } from './families.ts'
import type { GroupTally, Layer } from './group-tally.ts'
import type { HeadCounts } from './head-counts.ts'
import { type CutRule, drawMasks } from './masks.ts'
import { thresholdsOf } from './policy.ts'
import { protectCuts, type ShownCuts } from './rules/cut-protection.ts'
import { takeBackFound } from './taken-back.ts'
import type { Tree } from './tree.ts'

/** Head counts of a wave whose answers were sent once for the unit tree and once for each cut, unlinkably. */
export type Dimensions = {
  /** People who collected their ballots, in finest groups. */
  readonly collected: HeadCounts
  /** Answers of the unit tree. */
  readonly units: GroupTally
  /** Answers of the cuts: groups of the root with a category in one cut and none in the others. */
  readonly cuts: GroupTally
}

/** Categories that may be shown for the whole organisation: layer -> cut -> categories. */
export type ShownCategories = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export type ChosenCategories = { readonly chosen: ShownCategories; readonly audit: SealingAudit }

/**
 * Rule: where dimensions are unlinkable, categories are shown for the whole organisation only, and only what is safe although
 * nobody knows whose answers arrived in one dimension and not in another: such people are counted as slack. Then nothing may
 * add up exactly across dimensions, and every combination must touch as many more people. Looks at head counts only.
 * Stops: the unit tree minus a category, where a few were lost on the way. Cost: no cut below the organisation in a live wave.
 *
 * Each layer is then attacked by the auditor, who shares no code with the rule, while it is still known who is where. What it finds is taken back,
 * for the layers inside too, until it finds nothing.
 * @param protect the rule under attack
 */
export function chooseCategories(
  { collected, units, cuts }: Dimensions,
  tree: Tree,
  policy: Policy,
  protect = protectCuts,
): ChosenCategories {
  const families = familiesOf(policy).filter(({ attributes }) => attributes.length === 1)
  const chosen: Record<string, Record<string, string[]>> = {}
  const audit = { layersAttacked: 0, categoriesTakenBack: 0 }
  const rule: CutRule = ({ name, counted, minimum, shownUnits, inside }) => {
    const slack = lostPeople({ collected, units, cuts }, counted)
    const counts = categoryCounts(cuts, counted)
    const { cut } = thresholdsOf(policy)
    const allowed = families.map((family, number) =>
      cutsOf(family, collected.attributes).map((category, at) =>
        atRoot(
          tree,
          (counts.get(keyOf(category)) ?? 0) >= Math.max(cut, minimum) &&
            (inside === null || inside.cuts[number]?.[at]?.[tree.order[0] ?? 0] === 1),
        ),
      ),
    )
    const shown = protect({
      tree,
      heads: collected,
      shownUnits,
      families: families.map((family) => ({ ...family, threshold: Math.max(family.threshold, minimum) })),
      k: minimum,
      allowed,
      slack,
      fill: slack === 0 && minimum === thresholdsOf(policy).cell,
    })
    const wanted = named(shown, families, collected, tree)
    const attacked = takeBackFound(
      {
        tree,
        shownUnits,
        collected,
        answers: units.ownCounts(counted),
        counts: (name, category) => counts.get(keyOf({ [name]: category })) ?? 0,
        group: minimum,
        least: cut,
      },
      wanted,
    )
    chosen[name] = attacked.left
    audit.layersAttacked++
    audit.categoriesTakenBack += attacked.takenBack
    return maskOf(attacked.left, families, collected, tree)
  }
  drawMasks(units, tree, { ...policy, crossings: [] }, rule)
  return { chosen, audit }
}

/** The rule at publication: what was chosen at sealing, when it was still known who collected ballots. */
export function categoriesChosen(
  chosen: ShownCategories,
  cuts: GroupTally,
  tree: Tree,
  policy: Policy,
): CutRule {
  const { attributes } = cuts.heads('respondents')
  return ({ name }) => maskOf(chosen[name] ?? {}, familiesOf(policy), { attributes }, tree)
}

/** People whose answers may be in one dimension and not in another: at most those who collected and do not count. */
function lostPeople({ collected, units, cuts }: Dimensions, counted: Layer): number {
  const inUnits = new Map<number, number>()
  const inCategories = new Map<string, number>()
  collected.count.forEach((people, group) => {
    const unit = collected.unit[group] ?? 0
    inUnits.set(unit, (inUnits.get(unit) ?? 0) + people)
    collected.attributes.forEach(({ name, categories }, attribute) => {
      const category = categories[collected.category[group * collected.attributes.length + attribute] ?? -1]
      if (category === undefined) return
      const key = keyOf({ [name]: category })
      inCategories.set(key, (inCategories.get(key) ?? 0) + people)
    })
  })
  const answered = units.ownCounts(counted)
  const counts = categoryCounts(cuts, counted)
  let lost = 0
  answered.forEach((people, unit) => {
    lost += Math.abs((inUnits.get(unit) ?? 0) - people)
  })
  for (const [category, people] of inCategories) lost += Math.abs(people - (counts.get(category) ?? 0))
  return lost
}

function categoryCounts(cuts: GroupTally, counted: Layer): Map<string, number> {
  const { attributes, category, count } = cuts.heads(counted)
  const counts = new Map<string, number>()
  count.forEach((people, group) => {
    attributes.forEach(({ name, categories }, attribute) => {
      const value = categories[category[group * attributes.length + attribute] ?? -1]
      if (value !== undefined) counts.set(keyOf({ [name]: value }), people)
    })
  })
  return counts
}

function named(
  shown: ShownCuts,
  families: ReturnType<typeof familiesOf>,
  { attributes }: HeadCounts,
  tree: Tree,
): Record<string, string[]> {
  const root = tree.order[0] ?? 0
  return Object.fromEntries(
    families.map((family, number) => [
      attributes[family.attributes[0] ?? 0]?.name ?? '',
      cutsOf(family, attributes)
        .filter((_, category) => shown[number]?.[category]?.[root] === 1)
        .flatMap((category) => Object.values(category)),
    ]),
  )
}

function maskOf(
  chosen: Readonly<Record<string, readonly string[]>>,
  families: ReturnType<typeof familiesOf>,
  { attributes }: Pick<HeadCounts, 'attributes'>,
  tree: Tree,
): Uint8Array[][] {
  return families.map((family) =>
    cutsOf(family, attributes).map((category) => {
      const [[cut, value] = ['', '']] = Object.entries(category)
      return atRoot(tree, family.attributes.length === 1 && chosen[cut]?.includes(value) === true)
    }),
  )
}

function atRoot(tree: Tree, shown: boolean): Uint8Array {
  const flags = new Uint8Array(tree.ids.length)
  if (shown) flags[tree.order[0] ?? 0] = 1
  return flags
}

function keyOf(category: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(category)[0])
}
