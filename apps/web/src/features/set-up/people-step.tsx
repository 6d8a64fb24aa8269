import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showCount } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
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
      onNext={() => (people > 0 ? keep({}) : setMissing(true))}
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
      <p className="measure">{t('set-up.people.words')}</p>
      {missing && (
        <Notice tone="problem">
          <p>{t('set-up.people.missing')}</p>
        </Notice>
      )}
      <div>
        <Link className={buttonClass('plain')} to="/organisation">
          {t('set-up.people.link')}
        </Link>
      </div>
    </StepForm>
  )
}
