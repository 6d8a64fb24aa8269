import type { Manifest } from '@chorus/contracts/collect'
import type { Item, Scale } from '@chorus/contracts/instrument'

/** One statement of the page; `points` are the answers it offers, lowest first. */
export type Question = { id: string; scale: string; text: Item['text']; points: readonly number[] }

/**
 * What everybody is asked alike; it stands in the page before anything is known of who reads it. `commented`: scales that take comments
 * from somebody.
 */
export type Asked = {
  label: string
  k: number
  /** Whether reminders go only to people whose ballot is not collected. */
  remindsSome: boolean
  questions: readonly Question[]
  minutes: number
  commented: readonly Pick<Scale, 'id' | 'name'>[]
}

/** @param minutes to answer, as the server reckons them: reckoning here would cost the page its size */
export function askedBy(
  manifest: Pick<Manifest, 'label' | 'policy' | 'scales' | 'cohorts'>,
  minutes: number,
): Asked {
  const { label, policy, scales, cohorts } = manifest
  return {
    label,
    k: policy.k,
    remindsSome: policy.reminders === 'not-collected',
    questions: questionsOf(manifest),
    minutes,
    commented: scales.filter(({ id }) => cohorts.some(({ scale }) => scale === id)),
  }
}

/** `undefined`: not looked at yet; `null`: preferred not to answer. */
export type Chosen = number | null | undefined

export function questionsOf(manifest: Pick<Manifest, 'scales'>): Question[] {
  return manifest.scales.flatMap((scale) =>
    scale.items.map((item) => ({
      id: item.id,
      scale: scale.id,
      text: item.text,
      points: pointsBetween(item.min, item.max),
    })),
  )
}

/** The statements of each scale together, numbered from 1 through all of them. */
export function inScales(
  questions: readonly Question[],
): { scale: string; statements: { question: Question; number: number }[] }[] {
  const scales = new Map<string, { question: Question; number: number }[]>()
  questions.forEach((question, index) => {
    scales.set(question.scale, [...(scales.get(question.scale) ?? []), { question, number: index + 1 }])
  })
  return [...scales].map(([scale, statements]) => ({ scale, statements }))
}

/** Seven points have words of their own; any other format is shown by its numbers. */
export function hasWords(question: Question): boolean {
  return question.points.length === 7 && question.points[0] === 1
}

function pointsBetween(min: number, max: number): number[] {
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, step) => min + step)
}
