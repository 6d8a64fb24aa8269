import type { Office } from '@chorus/db/database'
import { listUnitChanges } from '@chorus/db/stores/unit-changes'
import { firstWaveAfter, treesOf, type UnitChange, type WaveTree } from './unit-breaks.ts'

type NamedUnit = { readonly id: string; readonly name: string }

/** From which wave on a unit is made of other ones, which were measured apart before. */
type UnitBreak = {
  readonly day: string
  readonly kind: 'merged' | 'split'
  /** Place of the first wave after it. */
  readonly wave: number
  /** Other units than itself. */
  readonly predecessors: readonly NamedUnit[]
}

export type UnitPast = {
  /** What the unit was called, by id, in each wave: another id where it went on under a new one. */
  readonly ids: readonly string[]
  /** Other names under which it went on, oldest first. */
  readonly names: readonly { readonly day: string; readonly name: string }[]
  /** Oldest first. */
  readonly breaks: readonly UnitBreak[]
}

/** What became of an organisation's units, oldest first. */
export async function unitChangesOf(office: Office, organisation: string): Promise<UnitChange[]> {
  return listUnitChanges(office, organisation)
}

/**
 * Where a unit's past is found. A renamed or moved unit is the same one, also under a new id. One that was merged or split is not: its line breaks,
 * and its predecessors stand beside it, each by itself. Nothing is added up or subtracted here: whatever is shown of a predecessor was released.
 * @param waves oldest first
 */
export function unitPast(unit: string, waves: readonly WaveTree[], changes: readonly UnitChange[]): UnitPast {
  const trees = treesOf(waves)
  return {
    ids: trees.map((tree) => idIn(unit, tree, changes)),
    names: changes.flatMap(({ kind, day, from, to }) => {
      const [before] = from
      const [after] = to
      const isIt = kind === 'renamed' && before && after?.id === unit && before.name !== after.name
      return isIt ? [{ day, name: before.name }] : []
    }),
    breaks: changes.flatMap((change) => breakOf(unit, change, waves, trees)),
  }
}

/** Follows new ids backwards, until one is in the tree. */
function idIn(unit: string, tree: ReadonlySet<string>, changes: readonly UnitChange[]): string {
  const seen = new Set<string>()
  let id = unit
  while (!tree.has(id) && !seen.has(id)) {
    seen.add(id)
    const before = changes.findLast(
      ({ kind, from, to }) => kind === 'renamed' && to[0]?.id === id && from[0] && from[0].id !== id,
    )?.from[0]
    if (!before) return unit
    id = before.id
  }
  return tree.has(id) ? id : unit
}

function breakOf(
  unit: string,
  change: UnitChange,
  waves: readonly WaveTree[],
  trees: readonly ReadonlySet<string>[],
): UnitBreak[] {
  const { kind, day, from, to } = change
  if ((kind !== 'merged' && kind !== 'split') || !to.some(({ id }) => id === unit)) return []
  const wave = firstWaveAfter(change, waves, trees)
  return wave === null ? [] : [{ day, kind, wave, predecessors: from.filter(({ id }) => id !== unit) }]
}
