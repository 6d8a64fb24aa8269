import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { openWave } from './api/open-wave.ts'
import { fromLocalInput, suggestedClose, toLocalInput } from './closing-time.ts'
import { CohortPreview } from './cohort-preview.tsx'

export function OpenWave({ programme, onClose }: { programme: string; onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<{ label?: string | undefined; closes?: string | undefined }>({})
  const opening = useMutation({
    mutationFn: openWave,
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const label = String(given.get('label') ?? '').trim()
    const closes = fromLocalInput(String(given.get('closes') ?? ''))
    const late = closes !== undefined && closes.getTime() > Date.now()
    setMissing({
      label: label ? undefined : t('programmes.open.label-missing'),
      closes: late ? undefined : t('problem.closes-in-the-past'),
    })
    if (label && late) opening.mutate({ programme, label, closes: closes.toISOString() })
  }
  return (
    <Dialog title={t('programmes.open')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('programmes.open.label')}
          hint={t('programmes.open.label-hint')}
          name="label"
          maxLength={100}
          autoComplete="off"
          problem={missing.label}
        />
        <Field
          label={t('programmes.open.closes')}
          hint={t('programmes.open.closes-hint')}
          name="closes"
          type="datetime-local"
          step={3600}
          defaultValue={toLocalInput(suggestedClose(new Date()))}
          problem={missing.closes}
        />
        <CohortPreview programme={programme} />
        <p>{t('programmes.open.final')}</p>
        {opening.error && <ProblemNotice error={opening.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={opening.isPending}>
            {t(opening.isPending ? 'shared.working' : 'programmes.open.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
