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

/**
 * One reason why a wave may not leave. It names the place and holds no count and no answer. `unproven`: the cut cells are
 * too entangled to be searched completely in bounded time, so nobody can say that they are safe.
 */
export type Finding = {
  readonly finding: FindingKind
  readonly unit: string
  readonly cut: Readonly<Record<string, string>>
  readonly measure: string | null
}

/** Findings that a coarser figure can cure; every other one refuses the release. */
export function isRepairable({ finding }: Finding): boolean {
  return finding.startsWith('interval-') || finding === 'moments'
}
