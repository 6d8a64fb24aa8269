import type { OneExperiment } from '@chorus/contracts/experiments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AmendDialog } from './amend-dialog.tsx'
import { experimentChoicesQuery, experimentsQuery, takeBackPlan } from './api/experiments.ts'
import { LessonDialog } from './lesson-dialog.tsx'
import { PlanForm } from './plan-form.tsx'

type Props = {
  experiment: OneExperiment
  isChanging: boolean
  onChanging: (isChanging: boolean) => void
}

/** What can be done with an experiment now: changed before it begins, amended while it runs, told when it is over. */
export function ExperimentSteps({ experiment, isChanging, onChanging }: Props) {
  const { t } = useTexts()
  const [open, setOpen] = useState<'amend' | 'learn' | null>(null)
  const client = useQueryClient()
  const navigate = useNavigate()
  const takingBack = useMutation({
    mutationFn: () => takeBackPlan(experiment.id),
    onSuccess: async () => {
      await navigate({ to: '/experiments' })
      await client.invalidateQueries({ queryKey: experimentsQuery.queryKey, exact: true })
    },
  })
  const { state, mayChange, lesson, unit } = experiment
  if (lesson !== null)
    return (
      <p>
        <Link to="/lessons/$lesson" params={{ lesson }}>
          {t('experiments.learned')}
        </Link>
      </p>
    )
  if (!mayChange) return null
  if (isChanging) return <Changing experiment={experiment} onDone={() => onChanging(false)} />
  return (
    <>
      <div className="row">
        {state === 'planned' && (
          <>
            <Button onClick={() => onChanging(true)}>{t('actions.change')}</Button>
            <Button look="quiet" busy={takingBack.isPending} onClick={() => takingBack.mutate()}>
              {t('community.take-back')}
            </Button>
          </>
        )}
        {state === 'running' && (
          <Button look="quiet" onClick={() => setOpen('amend')}>
            {t('experiments.amend')}
          </Button>
        )}
        {state === 'ended' && unit.id !== null && (
          <Button look="main" onClick={() => setOpen('learn')}>
            {t('experiments.learn')}
          </Button>
        )}
      </div>
      {takingBack.error && <ProblemNotice error={takingBack.error} />}
      {open === 'amend' && <AmendDialog experiment={experiment} onClose={() => setOpen(null)} />}
      {open === 'learn' && unit.id !== null && (
        <LessonDialog experiment={experiment} unit={unit.id} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function Changing({ experiment, onDone }: { experiment: OneExperiment; onDone: () => void }) {
  return (
    <Card>
      <Loaded query={useQuery(experimentChoicesQuery)}>
        {(choices) => (
          <PlanForm choices={choices} experiment={experiment} onSaved={onDone} onCancel={onDone} />
        )}
      </Loaded>
    </Card>
  )
}
