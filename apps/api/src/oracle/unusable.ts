import type { Statistic } from '@chorus/psychometrics/absent'

/** A case that cannot be computed as it stands: one sentence that says what is wrong, where, and what would do. */
export class Unusable extends Error {}

/** The figure, where a case without it could not be answered at all. */
export function orUnusable<T>(figure: Statistic<T>): T {
  if (figure.ok) return figure.value
  throw new Unusable(`input: there is no such figure of these values (${figure.error.code})`)
}
