import { isRecord } from '../../lib/device/list.ts'
import { type LessonKind, lessonKinds } from './lesson-kinds.ts'

/** What is looked for among the lessons, as it stands in the address of the page. */
export type LookedFor = {
  readonly words?: string
  readonly tag?: string
  readonly followed?: 'yes'
  readonly unit?: string
  readonly kind?: LessonKind
  /** Told within so many days. */
  readonly days?: number
}

export const daysToChoose = [30, 90, 365] as const

/** Reads an address; what it does not know is left out. */
export function lookedForIn(search: unknown): LookedFor {
  const given = isRecord(search) ? search : {}
  const text = (name: string) => (given[name] === undefined ? '' : String(given[name]).trim())
  const kind = lessonKinds.find((one) => one === given.kind)
  const days = daysToChoose.find((one) => one === Number(given.days))
  return {
    ...(text('words') && { words: text('words') }),
    ...(text('tag') && { tag: text('tag') }),
    ...(given.followed === 'yes' && { followed: 'yes' }),
    ...(text('unit') && { unit: text('unit') }),
    ...(kind && { kind }),
    ...(days && { days }),
  }
}

/** The query of `GET /api/lessons`. @param today the reader's clock */
export function askedOf({ days, ...rest }: LookedFor, today: Date): URLSearchParams {
  const asked = new URLSearchParams(Object.entries<string>(rest))
  if (days) asked.set('since', new Date(today.getTime() - days * 24 * 3_600_000).toISOString().slice(0, 10))
  return asked
}
