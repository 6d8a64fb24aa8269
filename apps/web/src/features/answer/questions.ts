import type { Manifest } from '@chorus/contracts/collect'
import type { Item } from '@chorus/contracts/instrument'

/** One statement of the page; `points` are the answers it offers, lowest first. */
export type Question = { id: string; text: Item['text']; points: readonly number[] }

/** `undefined`: not looked at yet; `null`: preferred not to answer. */
export type Chosen = number | null | undefined

export function questionsOf(manifest: Pick<Manifest, 'scales'>): Question[] {
  return manifest.scales.flatMap((scale) =>
    scale.items.map((item) => ({ id: item.id, text: item.text, points: pointsBetween(item.min, item.max) })),
  )
}

/** Seven points have words of their own; any other format is shown by its numbers. */
export function hasWords(question: Question): boolean {
  return question.points.length === 7 && question.points[0] === 1
}

/** A reader needs some seven seconds for a statement. */
export function minutesFor(questionCount: number): number {
  return Math.max(1, Math.round((questionCount * 7) / 60))
}

function pointsBetween(min: number, max: number): number[] {
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, step) => min + step)
}
