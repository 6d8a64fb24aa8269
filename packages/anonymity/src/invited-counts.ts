import type { GroupTally } from './group-tally.ts'
import type { InvitedGroup } from './publish-input.ts'
import { rollUp, type Tree } from './tree.ts'

/** People invited in every unit with all below it; without a list every answer counts as one invited person. */
export function invitedInUnits(
  invited: readonly InvitedGroup[] | null,
  counts: GroupTally,
  tree: Tree,
): Uint32Array {
  if (invited === null) return rollUp(counts.ownCounts('respondents'), 1, tree)
  const own = new Uint32Array(tree.ids.length)
  for (const { unit, people } of invited) add(own, counts.unitNumber(unit), people)
  return rollUp(own, 1, tree)
}

/** The same for one cut; null where the list does not know a cut of it. */
export function invitedInCut(
  invited: readonly InvitedGroup[] | null,
  cut: Readonly<Record<string, string>>,
  counts: GroupTally,
  tree: Tree,
): Uint32Array | null {
  const wanted = Object.entries(cut)
  if (invited === null || invited.some((group) => wanted.some(([name]) => group.cut[name] === undefined)))
    return null
  const own = new Uint32Array(tree.ids.length)
  for (const group of invited)
    if (wanted.every(([name, category]) => group.cut[name] === category))
      add(own, counts.unitNumber(group.unit), group.people)
  return rollUp(own, 1, tree)
}

function add(own: Uint32Array, unit: number | undefined, people: number): void {
  if (unit !== undefined) own[unit] = (own[unit] ?? 0) + people
}
