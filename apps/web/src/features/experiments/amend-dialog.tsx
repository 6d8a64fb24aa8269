import type { Criterion, Experiment } from '@chorus/contracts/experiments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { amendExperiment, experimentsKey } from './api/experiments.ts'
import { CriterionFields, criterionIn } from './criterion-fields.tsx'

/** While it runs: what would rather count. Everybody sees that it came later. */
export function AmendDialog({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const amending = useMutation({
    mutationFn: (criterion: Criterion) => amendExperiment(experiment.id, criterion),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: experimentsKey })
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    amending.mutate(criterionIn(new FormData(event.currentTarget)))
  }
  return (
    <Dialog title={t('experiments.amend')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="measure">{t('experiments.amend-words')}</p>
        <CriterionFields criterion={experiment.criterion} />
        {amending.error && <ProblemNotice error={amending.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={amending.isPending}>
            {t('actions.form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
