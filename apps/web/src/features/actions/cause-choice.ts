import type { Action, AddActionSent } from '@chorus/contracts/actions'
import type { ScaleTrend } from '@chorus/contracts/report'

/** A published result that an action can answer. */
export type AnsweredResult = {
  readonly wave: string
  readonly label: string
  readonly scale: string
  readonly name: ScaleTrend['name']
}

/** What an action answers, before it is written or as it was. */
export type Cause =
  | ({ readonly kind: 'scale' } & AnsweredResult)
  | { readonly kind: 'words'; readonly text: string }
  | FromElsewhere
  | null

/** What only another page gives: a review, a session, an experiment, a theme of comments. It can be kept or given up. */
type FromElsewhere = Exclude<Action['cause'], { kind: 'scale' } | { kind: 'words' } | null>

/** Chosen when the cause stays the one that another page gave. */
export const keptKey = 'kept'

export function fromElsewhere(cause: Cause | undefined): FromElsewhere | null {
  return !cause || cause.kind === 'scale' || cause.kind === 'words' ? null : cause
}

/** What is known of an action before somebody writes it. */
export type ActionDraft = {
  readonly title: string
  readonly cause: Cause
  /** ISO date. */
  readonly due: string
}

/** The results to choose from; the one that an action answers already is among them, of whatever wave. */
export function resultsToChoose(
  answers: readonly AnsweredResult[],
  cause: Cause | undefined,
): AnsweredResult[] {
  if (cause?.kind !== 'scale' || answers.some((one) => keyOf(one) === keyOf(cause))) return [...answers]
  return [...answers, cause]
}

export function keyOf({ wave, scale }: Pick<AnsweredResult, 'wave' | 'scale'>): string {
  return JSON.stringify([wave, scale])
}

/** @param key of the chosen result; empty: none of them @param words of what else it answers @param before as it was */
export function causeOf(
  results: readonly AnsweredResult[],
  key: string,
  words: string,
  before?: Cause,
): AddActionSent['cause'] {
  const kept = fromElsewhere(before)
  if (kept && key === keptKey)
    return kept.kind === 'theme' ? { kind: 'theme', wave: kept.wave, theme: kept.theme } : kept
  const chosen = results.find((one) => keyOf(one) === key)
  if (chosen) return { kind: 'scale', wave: chosen.wave, scale: chosen.scale }
  return words ? { kind: 'words', text: words } : null
}
