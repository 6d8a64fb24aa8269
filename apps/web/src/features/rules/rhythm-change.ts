import type { RhythmRules } from '@chorus/contracts/rhythm-rules'
import { formatLocale } from '../../lib/format/format-locale.ts'
import type { Translate } from '../../lib/i18n/texts.ts'
import { duration } from '../../lib/rhythm/rhythm-in-words.ts'

type Change = { readonly before: RhythmRules; readonly after: RhythmRules }

/** What of a rhythm's rules changes: how long there is to answer, and how many topics take turns. */
export function rhythmChange({ before, after }: Change, t: Translate, locale: string): string[] {
  const told: string[] = []
  if (before.openMinutes !== after.openMinutes) {
    const words = (minutes: number | null) => (minutes === null ? '' : timeInWords(minutes, locale))
    const id =
      after.openMinutes === null
        ? 'rules.open-hand'
        : before.openMinutes === null
          ? 'rules.open-new'
          : 'rules.open'
    told.push(t(id, { now: words(after.openMinutes), before: words(before.openMinutes) }))
  }
  if (before.perWave !== after.perWave)
    told.push(t('rules.per-wave', { now: after.perWave, before: before.perWave }))
  return told
}

/** "4 days, 8 hours". */
function timeInWords(minutes: number, locale: string): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => duration(count, unit, locale))
  return new Intl.ListFormat(formatLocale(locale), { type: 'unit' }).format(told)
}
