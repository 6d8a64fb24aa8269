import type { TrustedPersons } from '@chorus/contracts/concerns'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { AboutTrusted } from '../../ui/about-trusted.tsx'
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
