import { err, type Result } from '@chorus/basics/result'

/**
 * Why a statistic has no value. One list for the package, so that a page can put every reason into words:
 * - `no-answers`: nobody answered
 * - `one-answer`: a single answer has no spread
 * - `too-few-answers`, `too-few-items`, `too-few-groups`, `too-few-waves`: the formula needs more of them
 * - `no-spread`: all answers are equal, and the formula would divide by nothing
 * - `no-fit`: the model does not describe these answers
 * - `no-reference`: nobody has published the figure that this one is compared with
 */
export type Absence =
  | 'no-answers'
  | 'one-answer'
  | 'too-few-answers'
  | 'too-few-items'
  | 'too-few-groups'
  | 'too-few-waves'
  | 'no-spread'
  | 'no-fit'
  | 'no-reference'

/** A statistic, or the reason why there is none: never 0 and never NaN in its place. */
export type Statistic<T> = Result<T, { readonly code: Absence }>

/** @example absent('no-spread') // { ok: false, error: { code: 'no-spread' } } */
export function absent<Code extends Absence>(code: Code): Result<never, { readonly code: Code }> {
  return err({ code })
}
