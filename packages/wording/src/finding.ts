/** What a wording can do to somebody; each is explained in the pages and in docs/wording.md. */
export type FindingKind =
  | 'counterfactual'
  | 'judging'
  | 'hindsight'
  | 'human-error'
  | 'name'
  | 'absolute'
  | 'why-not'

/** A place in a text that may read as blame, and what could stand there. Nobody has to take it. */
export type Finding = {
  /** In UTF-16 units, as `slice` counts; `to` lies behind the last one. */
  readonly from: number
  readonly to: number
  readonly kind: FindingKind
  readonly offer: Offer
}

/**
 * `words` take the place of what was found, and may be empty: then it is left out. A `question` is for the writer, where no words would fit
 * without knowing what happened.
 */
export type Offer = { readonly kind: 'words' | 'question'; readonly text: string }

export type WordingLanguage = 'en' | 'de'
