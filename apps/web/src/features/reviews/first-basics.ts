import { locales } from '@chorus/contracts/locale'
import type { ReviewParts } from '@chorus/contracts/reviews'

/** While it is fresh, and not in a hurry. */
const daysUntilDue = 14
const dayMs = 24 * 3_600_000

/** What a new review begins with: the last day, and two weeks for the work. @param locale of the reader */
export function firstBasics(locale: string, now: Date): ReviewParts['basics'] {
  const day = (inDays: number) =>
    new Date(now.getTime() + inDays * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
  return {
    title: '',
    about: '',
    impact: '',
    began: day(-1),
    ended: day(0),
    due: day(daysUntilDue),
    language: locales.find((one) => one === locale) ?? 'en',
    audience: 'unit',
  }
}
