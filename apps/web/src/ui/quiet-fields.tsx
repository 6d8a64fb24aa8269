import type { QuietHours } from '@chorus/contracts/quiet-hours'
import { useState } from 'react'
import { formatLocale } from '../lib/format/format-locale.ts'
import type { MessageId } from '../lib/i18n/message-id.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { Checks } from './checks.tsx'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { zonesWith } from './zones.ts'
import './quiet-fields.css'

/** What is proposed where no hours are quiet yet. */
const usualHours = { from: '20:00', to: '07:00' }

/** Time zone, hours and days of a form; `readQuiet` reads them back. */
export function QuietFields({ zone, quiet }: { zone: string; quiet: QuietHours }) {
  const { t, locale } = useTexts()
  const [hasHours, setHasHours] = useState(quiet.hours !== null)
  const { from, to } = quiet.hours ?? usualHours
  return (
    <div className="stack quiet-fields">
      <Choice label={t('quiet.zone')} name="zone" defaultValue={zone} options={zonesWith(zone)} />
      <fieldset>
        <legend className="visually-hidden">{t('quiet.every-day')}</legend>
        <div className="checks">
          <label>
            <input
              type="checkbox"
              name="has-hours"
              checked={hasHours}
              onChange={(event) => setHasHours(event.currentTarget.checked)}
            />
            {t('quiet.every-day')}
          </label>
        </div>
        {hasHours && (
          <div className="quiet-times">
            <Field label={t('quiet.from')} name="from" type="time" required defaultValue={from} />
            <Field label={t('quiet.to')} name="to" type="time" required defaultValue={to} />
          </div>
        )}
      </fieldset>
      <Checks legend={t('quiet.days')} name="days" options={daysIn(locale)} chosen={quiet.days.map(String)} />
    </div>
  )
}

/** What a form with these fields says, or what is wrong with it. */
export function readQuiet(given: FormData): { zone: string; quiet: QuietHours } | { fault: MessageId } {
  const days = given.getAll('days').map(Number)
  const hours =
    given.get('has-hours') === null
      ? null
      : { from: String(given.get('from') ?? ''), to: String(given.get('to') ?? '') }
  if (hours !== null && (hours.from === hours.to || hours.from === '' || hours.to === ''))
    return { fault: 'quiet.same-times' }
  if (days.length === 7) return { fault: 'quiet.all-days' }
  return { zone: String(given.get('zone') ?? ''), quiet: { hours, days } }
}

/** Monday to Sunday, as the language calls them. */
function daysIn(locale: string): [string, string][] {
  const format = new Intl.DateTimeFormat(formatLocale(locale), { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), format.format(Date.UTC(2024, 0, day))])
}
