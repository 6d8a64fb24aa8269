import type { SetUpAnswer, SetUpStep } from '@chorus/contracts/set-up'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { saveSetUp, setUpQuery } from './api/set-up.ts'
import { emptyDraft } from './first-draft.ts'
import { InstrumentStep } from './instrument-step.tsx'
import { OrganisationStep } from './organisation-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { RhythmStep } from './rhythm-step.tsx'
import { StartStep } from './start-step.tsx'
import { StepList } from './step-list.tsx'
import type { StepProps } from './step-props.ts'
import { ThresholdsStep } from './thresholds-step.tsx'
import { doneSteps, steps } from './way.ts'

const parts: Record<SetUpStep, (props: StepProps) => ReactNode> = {
  organisation: OrganisationStep,
  people: PeopleStep,
  instrument: InstrumentStep,
  rhythm: RhythmStep,
  thresholds: ThresholdsStep,
  preview: PreviewStep,
  start: StartStep,
}

export function Steps({ setUp, importing }: { setUp: SetUpAnswer; importing: ReactNode }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const draft = setUp.draft ?? emptyDraft
  const [step, setStep] = useState(draft.step)
  const saving = useMutation({
    mutationFn: saveSetUp,
    onSuccess: (saved) => {
      client.setQueryData(setUpQuery.queryKey, saved)
      setStep(saved.draft?.step ?? 'organisation')
    },
  })
  const show = (other: SetUpStep) => {
    saving.reset()
    setStep(other)
  }
  const place = steps.indexOf(step)
  const before = steps[place - 1]
  const Part = parts[step]
  return (
    <div className="set-up">
      <StepList now={step} done={doneSteps(draft, setUp)} onShow={show} />
      <div className="stack">
        <Part
          key={step}
          draft={draft}
          setUp={setUp}
          keep={(change) =>
            saving.mutate({
              version: setUp.version,
              draft: { ...draft, ...change, step: steps[place + 1] ?? step },
            })
          }
          back={before ? () => show(before) : null}
          busy={saving.isPending}
          error={saving.error}
        />
        {step === 'people' && importing}
        {setUp.draft && (
          <div>
            <Button
              look="quiet"
              busy={saving.isPending}
              onClick={() => saving.mutate({ version: setUp.version, draft: null })}
            >
              {t('set-up.discard')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
