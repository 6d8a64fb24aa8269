import type { Absence, Statistic } from '@chorus/psychometrics/absent'

/** A statistic that these values do not have; what is known all the same, such as how many they are. */
export class AbsentFigure extends Error {
  readonly reason: Absence
  readonly known: Readonly<Record<string, unknown>>

  constructor(reason: Absence, known: Readonly<Record<string, unknown>>) {
    super(reason)
    this.reason = reason
    this.known = known
  }
}

/** The figure, or the end of this case: everything that is not known is absent. */
export function orAbsent<T>(figure: Statistic<T>, known: Readonly<Record<string, unknown>> = {}): T {
  if (figure.ok) return figure.value
  throw new AbsentFigure(figure.error.code, known)
}

/** What was asked for, with nothing in it: a case that expects nothing there agrees. */
export function nothingOf(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(nothingOf)
  if (typeof expected !== 'object' || expected === null) return null
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, nothingOf(value)]))
}
