/** One reason why a wave may not leave. It names the place and holds no count and no answer. */
export type Finding = {
  readonly finding: 'threshold' | 'small-group' | 'metadata' | 'inconsistent'
  readonly unit: string
  readonly measure: string | null
}
