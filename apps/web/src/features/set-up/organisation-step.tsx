import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Field } from '../../ui/field.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

export function OrganisationStep({ draft, setUp, keep, back, busy, error }: StepProps) {
  const { t } = useTexts()
  const [name, setName] = useState(draft.name ?? '')
  const [missing, setMissing] = useState(false)
  const next = () => {
    setMissing(name.trim() === '')
    if (name.trim()) keep({ name: name.trim() })
  }
  return (
    <StepForm
      title={t('set-up.step.organisation')}
      nextWords={t('set-up.next')}
      onNext={next}
      onBack={back}
      busy={busy}
      error={error}
    >
      <p>{t('set-up.organisation.words', { organisation: setUp.organisation.name })}</p>
      <Field
        label={t('set-up.organisation.name')}
        hint={t('set-up.organisation.name-hint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={200}
        autoComplete="off"
        problem={missing ? t('programmes.create.name-missing') : undefined}
      />
    </StepForm>
  )
}
