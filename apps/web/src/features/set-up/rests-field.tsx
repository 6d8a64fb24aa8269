import type { Rhythm } from '@chorus/contracts/rhythm'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

type Rests = Rhythm['rests']

/** Holidays and pauses, both days included. */
export function RestsField({ rests, onChange }: { rests: Rests; onChange: (rests: Rests) => void }) {
  const { t } = useTexts()
  const change = (index: number, part: Partial<Rests[number]>) =>
    onChange(rests.map((rest, at) => (at === index ? { ...rest, ...part } : rest)))
  return (
    <fieldset className="set-up-rests stack">
      <legend>{t('set-up.rhythm.rests')}</legend>
      {rests.map((rest, index) => (
        <div className="set-up-rest" key={index}>
          <Field
            label={t('set-up.rhythm.rest-name')}
            value={rest.name}
            maxLength={100}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Field
            label={t('set-up.rhythm.rest-from')}
            type="date"
            value={rest.from}
            onChange={(event) => change(index, { from: event.target.value })}
          />
          <Field
            label={t('set-up.rhythm.rest-to')}
            type="date"
            value={rest.to}
            onChange={(event) => change(index, { to: event.target.value })}
          />
          <Button
            aria-label={t('set-up.rhythm.rest-remove-named', { name: rest.name })}
            onClick={() => onChange(rests.filter((_, at) => at !== index))}
          >
            {t('set-up.rhythm.rest-remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...rests, { name: '', from: '', to: '' }])}>
          {t('set-up.rhythm.rest-add')}
        </Button>
      </div>
    </fieldset>
  )
}
