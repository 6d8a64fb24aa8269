import type { ReleasedUnit } from '@chorus/contracts/publish'
import type { UnitChangeRow } from '@chorus/db/stores/unit-changes'

export type UnitChange = Pick<UnitChangeRow, 'day' | 'kind' | 'from' | 'to'>
/** What of a released wave tells whether it was opened with the tree of before or after a change. */
export type WaveTree = { readonly closedOn: string; readonly units: readonly ReleasedUnit[] }

/** From which waves on units are made of other people than before: what lies on the two sides of a break is not compared. */
export type UnitBreaks = {
  /** Places of waves, ascending: each the first after a break. */
  of(unit: string): readonly number[]
  /** Whether a break lies between two waves, by their places; one that is not there (-1) lies before all. */
  between(unit: string, since: number, wave: number): boolean
}

/** The breaks of all units. @param waves oldest first */
export function unitBreaks(waves: readonly WaveTree[], changes: readonly UnitChange[]): UnitBreaks {
  const trees = treesOf(waves)
  const found = new Map<string, number[]>()
  for (const change of changes) {
    const wave = firstWaveAfter(change, waves, trees)
    if (wave !== null)
      for (const { id } of change.to) found.set(id, [...(found.get(id) ?? []), wave].sort(byPlace))
  }
  const of = (unit: string) => found.get(unit) ?? []
  return { of, between: (unit, since, wave) => of(unit).some((at) => at > since && at <= wave) }
}

export function treesOf(waves: readonly WaveTree[]): ReadonlySet<string>[] {
  return waves.map(({ units }) => new Set(units.map(({ id }) => id)))
}

/**
 * The place of the first wave that was opened with the tree after a merge or split: one that closed after its day may still be one of before. Null where
 * there is none yet, and for changes that break nothing.
 */
export function firstWaveAfter(
  { kind, day, from, to }: UnitChange,
  waves: readonly WaveTree[],
  trees: readonly ReadonlySet<string>[],
): number | null {
  if (kind !== 'merged' && kind !== 'split') return null
  const gone = from.filter(({ id }) => !to.some((one) => one.id === id))
  const fresh = to.filter(({ id }) => !from.some((one) => one.id === id))
  const wave = waves.findIndex(({ closedOn }, at) => {
    const tree = trees[at]
    if (!tree || closedOn < day || gone.some(({ id }) => tree.has(id))) return false
    return fresh.length === 0 || fresh.some(({ id }) => tree.has(id))
  })
  return wave < 0 ? null : wave
}

const byPlace = (a: number, b: number) => a - b
