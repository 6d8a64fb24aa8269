import { middleOf } from '@chorus/anonymity/shown-sample'
import type { Change, ChangeVerdict } from '@chorus/contracts/publish'
import { tTwoSidedP } from '@chorus/psychometrics/student-t'

/** How surely something moved, in either direction. It knows nothing of how high or low anything stands. */
export type Certainty = {
  /** Called among all changes that the report shows. */
  readonly called: boolean
  /** How often chance alone would show at least this much (p, two-sided); 1 where nothing was tested. */
  readonly chance: number
}

/**
 * Of all changes of a unit the one that is surest.
 * @param verdictOf what the report says of a change, among all others that it shows
 */
export function certaintyOf(
  changes: Iterable<Change>,
  verdictOf: (change: Change) => ChangeVerdict,
): Certainty {
  let surest: Certainty = { called: false, chance: 1 }
  for (const change of changes) {
    const verdict = verdictOf(change)
    const one = { called: verdict === 'up' || verdict === 'down', chance: chanceOf(change) ?? 1 }
    if (surerFirst(one, surest) < 0) surest = one
  }
  return surest
}

/** For sorting: what was called stands before what was not, then what chance explains least. */
export function surerFirst(a: Certainty, b: Certainty): number {
  return a.called === b.called ? a.chance - b.chance : a.called ? -1 : 1
}

/** How often chance alone would show at least this difference; null where nothing was tested. */
export function chanceOf({ test, difference }: Pick<Change, 'test' | 'difference'>): number | null {
  return test && difference !== null ? tTwoSidedP(middleOf(difference) / test.standardError, test.df) : null
}
