import type { ReviewPart, ReviewParts } from '@chorus/contracts/reviews'

/** What the fields of a part are given. */
export type PartFields<Part extends ReviewPart> = {
  readonly content: ReviewParts[Part]
  readonly change: (now: ReviewParts[Part]) => void
  /** The language that is written in. */
  readonly language: string
  /** People whose names are pointed out beside a fault. */
  readonly names: readonly string[]
}
