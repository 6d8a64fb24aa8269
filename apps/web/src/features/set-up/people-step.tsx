import { useState } from 'react'
import { showCount } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

export function PeopleStep({ setUp, keep, back, busy, error }: StepProps) {
  const { t, locale } = useTexts()
  const { people, units } = setUp.organisation
  const [missing, setMissing] = useState(false)
  return (
    <StepForm
      title={t('set-up.step.people')}
      nextWords={t('set-up.next')}
      onNext={() => (people > 1 ? keep({}) : setMissing(true))}
      onBack={back}
      busy={busy}
      error={error}
    >
      <dl className="set-up-facts">
        <div>
          <dt>{t('set-up.people.people')}</dt>
          <dd>{showCount(people, locale)}</dd>
        </div>
        <div>
          <dt>{t('set-up.people.units')}</dt>
          <dd>{showCount(units, locale)}</dd>
        </div>
      </dl>
      <p className="measure">{t(people === 1 ? 'first-start.only-you' : 'set-up.people.words')}</p>
      {missing && people <= 1 && (
        <Notice tone="problem">
          <p>{t(people === 1 ? 'first-start.missing' : 'set-up.people.missing')}</p>
        </Notice>
      )}
    </StepForm>
  )
}
