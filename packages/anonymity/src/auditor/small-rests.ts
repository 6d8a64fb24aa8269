type Attack = {
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  /** People attached to the unit itself who count in this layer. */
  readonly people: ReadonlyMap<string, number>
  readonly threshold: number
  readonly shown: ReadonlySet<string>
}

/**
 * Every person is seen by exactly those shown units that lie on the way from the own unit to the root, and the
 * innermost of them tells who cannot be told apart: people with the same innermost shown unit are in the same shown
 * sums. These sets are what any adding and subtracting of shown cells comes down to, so each must be
 * empty or large enough, and so must each shown unit as a whole.
 */
export function findSmallRests({ units, people, threshold, shown }: Attack) {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parent]))
  const whole = new Map<string, number>()
  const indistinguishable = new Map<string, number>()

  for (const { id } of units) {
    const count = people.get(id) ?? 0
    let innermost: string | null = null
    for (let at: string | null = id; at !== null; at = parentOf.get(at) ?? null) {
      if (!shown.has(at)) continue
      innermost ??= at
      whole.set(at, (whole.get(at) ?? 0) + count)
    }
    if (innermost !== null) indistinguishable.set(innermost, (indistinguishable.get(innermost) ?? 0) + count)
  }

  return [
    ...[...whole].filter(([, n]) => n < threshold).map(([unit]) => ({ unit, finding: 'threshold' as const })),
    ...[...indistinguishable]
      .filter(([, n]) => n > 0 && n < threshold)
      .map(([unit]) => ({ unit, finding: 'small-group' as const })),
  ]
}
