import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'

/**
 * The local date on which the rhythm means its wave of this index to open, before rests are looked at.
 * @param index 0 for the first one on or after `from`
 */
export function occurrenceOf(rhythm: Rhythm, index: number): Temporal.PlainDate {
  const from = Temporal.PlainDate.from(rhythm.from)
  const { every } = rhythm
  if (every.unit === 'week') {
    const first = from.add({ days: (every.weekday - from.dayOfWeek + 7) % 7 })
    return first.add({ weeks: every.count * index })
  }
  const month = from.toPlainYearMonth()
  const late = Temporal.PlainDate.compare(dayIn(month, every.on), from) < 0 ? 1 : 0
  return dayIn(month.add({ months: late + every.count * index }), every.on)
}

type OnMonth = Extract<Rhythm['every'], { unit: 'month' }>['on']

/** The 31st of a shorter month is its last day: no month is left out. */
function dayIn(month: Temporal.PlainYearMonth, on: OnMonth): Temporal.PlainDate {
  const last = month.toPlainDate({ day: month.daysInMonth })
  if (on.kind === 'day')
    return on.day === 'last' ? last : month.toPlainDate({ day: Math.min(on.day, month.daysInMonth) })
  if (on.nth === 'last') return last.subtract({ days: (last.dayOfWeek - on.weekday + 7) % 7 })
  const first = month.toPlainDate({ day: 1 })
  return first.add({ days: ((on.weekday - first.dayOfWeek + 7) % 7) + (on.nth - 1) * 7 })
}
