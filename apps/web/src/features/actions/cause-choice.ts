import type { AddActionSent } from '@chorus/contracts/actions'
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
  | { readonly kind: 'review'; readonly review: string; readonly title: string }
  | null

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

/** @param key of the chosen result; empty: none of them @param words of what else it answers */
export function causeOf(
  results: readonly AnsweredResult[],
  key: string,
  words: string,
): AddActionSent['cause'] {
  const chosen = results.find((one) => keyOf(one) === key)
  if (chosen) return { kind: 'scale', wave: chosen.wave, scale: chosen.scale }
  return words ? { kind: 'words', text: words } : null
}
