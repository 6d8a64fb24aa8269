import type { Rhythm } from '@chorus/contracts/rhythm'
import { useTexts } from '../../lib/i18n/texts.ts'
import { weekdayName } from '../../lib/rhythm/rhythm-in-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { EveryFields } from './every-fields.tsx'
import { NumberField } from './number-field.tsx'
import { RestsField } from './rests-field.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** All of a rhythm but its pause. What does not fit together is said by the plan beside it. */
export function RhythmForm({ rhythm, onChange }: { rhythm: Rhythm; onChange: (rhythm: Rhythm) => void }) {
  const { t, locale } = useTexts()
  const change = (part: Partial<Rhythm>) => onChange({ ...rhythm, ...part })
  const [first, second] = rhythm.reminderDays
  const remind = (days: readonly (number | undefined)[]) =>
    change({ reminderDays: days.flatMap((day) => day ?? []) })
  return (
    <>
      <EveryFields every={rhythm.every} onChange={(every) => change({ every })} />
      <div className="set-up-pair">
        <Field
          label={t('set-up.rhythm.opens')}
          type="time"
          value={rhythm.opensAt}
          onChange={(event) => change({ opensAt: event.target.value })}
        />
        <Field
          label={t('set-up.rhythm.from')}
          type="date"
          value={rhythm.from}
          onChange={(event) => change({ from: event.target.value })}
        />
        <NumberField
          label={t('set-up.rhythm.window')}
          value={rhythm.windowDays}
          min={1}
          max={60}
          onChange={(days) => change({ windowDays: days ?? 0 })}
        />
        <Field
          label={t('set-up.rhythm.closes')}
          type="time"
          value={rhythm.closesAt}
          onChange={(event) => change({ closesAt: event.target.value })}
        />
        <NumberField
          label={t('set-up.rhythm.reminder-1')}
          hint={t('set-up.rhythm.reminder-hint')}
          value={first}
          min={1}
          max={60}
          onChange={(day) => remind([day, second])}
        />
        <NumberField
          label={t('set-up.rhythm.reminder-2')}
          hint={t('set-up.rhythm.reminder-hint')}
          value={second}
          min={1}
          max={60}
          onChange={(day) => remind([first, day])}
        />
      </div>
      <Choice
        label={t('set-up.rhythm.zone')}
        options={zonesWith(rhythm.zone).map((zone) => [zone, zone.replaceAll('_', ' ')])}
        value={rhythm.zone}
        onChange={(event) => change({ zone: event.target.value })}
      />
      <RestsField rests={rhythm.rests} onChange={(rests) => change({ rests })} />
      <Choice
        label={t('set-up.rhythm.in-rest')}
        options={[
          ['move', t('set-up.rhythm.in-rest-move')],
          ['skip', t('set-up.rhythm.in-rest-skip')],
        ]}
        value={rhythm.inRest}
        onChange={(event) => change({ inRest: event.target.value === 'skip' ? 'skip' : 'move' })}
      />
      <fieldset className="set-up-days">
        <legend>{t('set-up.rhythm.workdays')}</legend>
        {weekdays.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={rhythm.workdays.includes(day)}
              onChange={(event) =>
                change({
                  workdays: weekdays.filter((one) =>
                    one === day ? event.target.checked : rhythm.workdays.includes(one),
                  ),
                })
              }
            />
            {weekdayName(day, locale)}
          </label>
        ))}
      </fieldset>
    </>
  )
}

/** Browsers list the common zones; one that was chosen elsewhere stays. */
function zonesWith(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
