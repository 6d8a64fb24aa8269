import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { momentIn, rhythmInWords } from '../../lib/rhythm/rhythm-in-words.ts'
import { Tick } from '../../ui/tick.tsx'
import { planQuery, startSetUp } from './api/set-up.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

export function StartStep({ draft, setUp, back }: StepProps) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [atOnce, setAtOnce] = useState(false)
  const { instrument, rhythm, rotation } = draft
  const plan = useQuery(planQuery({ instrument, rhythm, rotation }))
  const starting = useMutation({
    mutationFn: startSetUp,
    onSuccess: async () => {
      await navigate({ to: '/programmes' })
      await client.invalidateQueries()
    },
  })
  const first = plan.data?.next[0]
  return (
    <StepForm
      title={t('set-up.step.start')}
      nextWords={t('set-up.start.button')}
      onNext={() => starting.mutate({ version: setUp.version, atOnce })}
      onBack={back}
      busy={starting.isPending}
      error={starting.error}
    >
      <dl className="set-up-facts">
        <div>
          <dt>{t('set-up.organisation.name')}</dt>
          <dd>{draft.name}</dd>
        </div>
        <div>
          <dt>{t('set-up.step.rhythm')}</dt>
          <dd>{rhythm && rhythmInWords(rhythm, t, locale)}</dd>
        </div>
        {first && rhythm && (
          <div>
            <dt>{t('set-up.start.first')}</dt>
            <dd>{momentIn(rhythm.zone, first.opensAt, locale)}</dd>
          </div>
        )}
      </dl>
      <Tick
        label={t('set-up.start.at-once')}
        hint={t('set-up.start.at-once-hint')}
        checked={atOnce}
        onChange={(event) => setAtOnce(event.target.checked)}
      />
    </StepForm>
  )
}
