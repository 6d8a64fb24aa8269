export type FindingKind =
  | 'threshold'
  | 'small-group'
  | 'small-combination'
  | 'unproven'
  | 'interval-pinned'
  | 'interval-tight'
  | 'interval-narrow'
  | 'moments'
  | 'metadata'
  | 'inconsistent'

/** Where a cell stands in the menu. */
export type FoundPlace = { readonly unit: string; readonly cut: Readonly<Record<string, string>> }

/**
 * One reason why a wave may not leave. It names the place and holds no count and no answer. `unproven`: the cut cells are
 * too entangled to be searched completely in bounded time, so nobody can say that they are safe.
 */
export type Finding = FoundPlace & {
  readonly finding: FindingKind
  readonly measure: string | null
  /** Other shown cells that take part, as those that are subtracted from this one: coarser figures of one of them may cure it too. */
  readonly among?: readonly FoundPlace[]
}

/** Findings that a coarser figure can cure; every other one refuses the release. */
export function isRepairable({ finding }: Finding): boolean {
  return finding.startsWith('interval-') || finding === 'moments'
}

/** `among` for a finding at one of these places; nothing where there is no other. */
export function amongOthers(at: number, takingPart: readonly number[], places: readonly FoundPlace[]) {
  const others = [...new Set(takingPart)].flatMap((number) => {
    const place = number === at ? undefined : places[number]
    return place ? [{ unit: place.unit, cut: place.cut }] : []
  })
  return others.length === 0 ? {} : { among: others }
}
