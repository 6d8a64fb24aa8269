import type { FindingKind } from './finding.ts'

/**
 * What an auditor found out about a release and may be asked again while it is weakened step by step: a repair changes few cells,
 * and what rests on the others stays as it is. Everything is kept under all that it was concluded from.
 */
export class Remembered {
  /** Whether the numbers of two waves can flow. */
  readonly possible = new Map<string, boolean>()
  /** Who is known too well in two waves, and from which cells. */
  readonly tight = new Map<string, readonly TightPeople[]>()
}

/** `telling`: the cells of the new wave that tell it, by their numbers in the family. */
export type TightPeople = { readonly finding: FindingKind; readonly telling: readonly number[] }
