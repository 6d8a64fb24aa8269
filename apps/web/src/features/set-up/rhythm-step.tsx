import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { suggestedRhythm } from './first-draft.ts'
import { LivePlan } from './live-plan.tsx'
import { NumberField } from './number-field.tsx'
import { PulseLimitField } from './pulse-limit-field.tsx'
import { RhythmForm } from './rhythm-form.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

export function RhythmStep({ draft, keep, back, busy, error }: StepProps) {
  const { t } = useTexts()
  const [rhythm, setRhythm] = useState(() => draft.rhythm ?? suggestedRhythm(new Date()))
  const [rotation, setRotation] = useState(draft.rotation ?? { perWave: 1 })
  return (
    <StepForm
      title={t('set-up.step.rhythm')}
      nextWords={t('set-up.next')}
      onNext={() => keep({ rhythm, rotation })}
      onBack={back}
      busy={busy}
      error={error}
    >
      <RhythmForm rhythm={rhythm} onChange={setRhythm} />
      <NumberField
        label={t('set-up.rhythm.per-wave')}
        hint={t('set-up.rhythm.per-wave-hint')}
        min={1}
        max={50}
        value={rotation.perWave}
        onChange={(perWave) => setRotation({ perWave: perWave ?? 0 })}
      />
      <PulseLimitField />
      <LivePlan instrument={draft.instrument ?? ''} rhythm={rhythm} rotation={rotation} />
    </StepForm>
  )
}
