import type { Rhythm } from '@chorus/contracts/rhythm'
import { useTexts } from '../../lib/i18n/texts.ts'
import { weekdayName } from '../../lib/rhythm/rhythm-in-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { NumberField } from './number-field.tsx'

type Every = Rhythm['every']
type OnMonth = Extract<Every, { unit: 'month' }>['on']

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const places = ['date', 'last-day', '1', '2', '3', '4', 'last'] as const

/** Every so many weeks on a weekday, or every so many months on a date, its last day, or a weekday of it. */
export function EveryFields({ every, onChange }: { every: Every; onChange: (every: Every) => void }) {
  const { t } = useTexts()
  const on: OnMonth = every.unit === 'month' ? every.on : { kind: 'weekday', nth: 1, weekday: every.weekday }
  return (
    <div className="set-up-pair">
      <NumberField
        label={t('set-up.rhythm.every')}
        value={every.count}
        min={1}
        max={every.unit === 'week' ? 52 : 12}
        onChange={(count) => onChange({ ...every, count: count ?? 0 })}
      />
      <Choice
        label={t('set-up.rhythm.unit')}
        options={[
          ['week', t('set-up.rhythm.weeks')],
          ['month', t('set-up.rhythm.months')],
        ]}
        value={every.unit}
        onChange={(event) =>
          onChange(
            event.target.value === 'week'
              ? { unit: 'week', count: every.count, weekday: weekdayOf(every) }
              : { unit: 'month', count: Math.min(12, every.count), on },
          )
        }
      />
      {every.unit === 'month' && (
        <Choice
          label={t('set-up.rhythm.on')}
          options={places.map((place) => [place, t(`set-up.rhythm.on-${place}`)])}
          value={placeOf(on)}
          onChange={(event) => onChange({ ...every, on: atPlace(event.target.value, weekdayOf(every)) })}
        />
      )}
      {on.kind === 'day' && on.day !== 'last' ? (
        <NumberField
          label={t('set-up.rhythm.day')}
          hint={t('set-up.rhythm.day-hint')}
          value={on.day}
          min={1}
          max={31}
          onChange={(day) =>
            every.unit === 'month' && onChange({ ...every, on: { kind: 'day', day: day ?? 0 } })
          }
        />
      ) : (
        on.kind === 'weekday' && (
          <Weekday
            value={on.weekday}
            onChange={(weekday) =>
              onChange(every.unit === 'week' ? { ...every, weekday } : { ...every, on: { ...on, weekday } })
            }
          />
        )
      )}
    </div>
  )
}

function Weekday({ value, onChange }: { value: number; onChange: (weekday: number) => void }) {
  const { t, locale } = useTexts()
  return (
    <Choice
      label={t('set-up.rhythm.weekday')}
      options={weekdays.map((day) => [String(day), weekdayName(day, locale)])}
      value={String(value)}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}

function weekdayOf(every: Every): number {
  if (every.unit === 'week') return every.weekday
  return every.on.kind === 'weekday' ? every.on.weekday : 1
}

function placeOf(on: OnMonth): string {
  if (on.kind === 'weekday') return String(on.nth)
  return on.day === 'last' ? 'last-day' : 'date'
}

function atPlace(place: string, weekday: number): OnMonth {
  if (place === 'date') return { kind: 'day', day: 1 }
  if (place === 'last-day') return { kind: 'day', day: 'last' }
  return { kind: 'weekday', nth: place === 'last' ? 'last' : Number(place), weekday }
}
