import type { TrustedPerson, TrustedPersons } from '@chorus/contracts/concerns'
import { languages } from '@chorus/contracts/locale'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import './choose-trusted.css'

type Props = { trusted: TrustedPersons; chosen: string | null; onChoose: (id: string) => void }

/** One of those whom concerns can be sent to. */
export function ChooseTrusted({ trusted, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const id = useId()
  return (
    <fieldset className="choose-trusted stack stack-tight" aria-describedby={id}>
      <legend>{t('concern.who')}</legend>
      <p className="small soft" id={id}>
        {t('concern.who-hint')}
      </p>
      {trusted.people.map((one) => (
        <label key={one.id} className="choose-trusted-one">
          <input
            type="radio"
            name="trusted"
            value={one.id}
            checked={chosen === one.id}
            onChange={() => onChoose(one.id)}
          />
          <AboutTrusted one={one} days={trusted.answerWithinDays} />
        </label>
      ))}
    </fieldset>
  )
}

function AboutTrusted({ one, days }: { one: TrustedPerson; days: number }) {
  const { t } = useTexts()
  return (
    <span className="stack stack-tight">
      <span>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        , <bdi>{one.office}</bdi>
      </span>
      {one.about && (
        <span className="as-written" dir="auto">
          {one.about}
        </span>
      )}
      <span className="small soft">
        {one.languages.map((language) => languages[language].name).join(', ')} ·{' '}
        {t('concern.escalation', { days, name: one.escalation })}
      </span>
    </span>
  )
}
