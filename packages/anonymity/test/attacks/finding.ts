export type FindingKind =
  | 'threshold'
  | 'hidden-cell'
  | 'small-group'
  | 'small-combination'
  | 'interval-pinned'
  | 'interval-tight'
  | 'interval-narrow'
  | 'moments'
  | 'metadata'
  | 'inconsistent'

/** What an attack got. It may name people and counts: it is read by tests, never shown. */
export type Finding = {
  readonly kind: FindingKind
  /** The wave, or null when several were needed. */
  readonly wave: string | null
  readonly item: string | null
  /** Whose answers it is about. */
  readonly people: readonly string[]
  /** What was found, for whoever has to understand a failed test. */
  readonly detail: string
}
