import { readGroupName } from '@chorus/contracts/joined-groups'
import type { Figure } from '@chorus/contracts/publish'
import type { UnitInTree } from './reportable-units.ts'
import type { WaveOfUnits } from './wave-of-units.ts'

type NamedUnit = { readonly id: string; readonly name: string }

export type WithoutResult = {
  parent: NamedUnit | null
  units: (NamedUnit & { lastShown: string | null })[]
  joined: (NamedUnit & { n: Figure | null }) | null
}

/**
 * Units that the newest wave shows nothing of, by the unit above, with the group that small teams there are counted in together.
 * It says nothing of one unit that it does not say of all: nobody, too few and hidden for others' sake look the same here as everywhere, and
 * whose people a joined group holds is in no release.
 * @param waves oldest first
 * @param visible parents before children
 */
export function unitsWithoutResult(
  waves: readonly WaveOfUnits[],
  visible: readonly UnitInTree[],
): WithoutResult[] {
  const byId = new Map(visible.map((unit) => [unit.id, unit]))
  const isShown = ({ cells }: WaveOfUnits, unit: string) => cells.get(unit)?.status === 'published'
  const newest = waves.at(-1)
  const groups = new Map<string | null, WithoutResult>()
  for (const { id, name, parent } of visible) {
    if (!newest || isShown(newest, id)) continue
    const group = groups.get(parent) ?? { parent: above(byId, parent), units: [], joined: null }
    const lastShown = waves.findLast((wave) => isShown(wave, id))?.header.label ?? null
    group.units.push({ id, name, lastShown })
    groups.set(parent, group)
  }
  for (const { id, name, parent } of visible) {
    const group = groups.get(parent)
    if (group && readGroupName(name)?.kind === 'small-teams')
      group.joined = { id, name, n: newest?.cells.get(id)?.n ?? null }
  }
  return [...groups.values()]
}

function above(byId: ReadonlyMap<string, UnitInTree>, id: string | null): NamedUnit | null {
  const unit = id === null ? undefined : byId.get(id)
  return unit ? { id: unit.id, name: unit.name } : null
}
