import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { createProgramme } from './api/create-programme.ts'
import { programmesQuery } from './api/programmes.ts'

/** No group below three is ever shown; the server holds the same floor. */
const floorOfK = 3

export function CreateProgramme({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<{ name?: string | undefined; k?: string | undefined }>({})
  const creating = useMutation({
    mutationFn: createProgramme,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: programmesQuery.queryKey })
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const name = String(given.get('name') ?? '').trim()
    const k = Number(given.get('k'))
    const fits = Number.isInteger(k) && k >= floorOfK
    setMissing({
      name: name ? undefined : t('programmes.create.name-missing'),
      k: fits ? undefined : t('problem.k-below-floor'),
    })
    if (name && fits) creating.mutate({ name, k, comments: given.get('comments') !== null })
  }
  return (
    <Dialog title={t('programmes.create')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('programmes.create.name')}
          name="name"
          maxLength={200}
          autoComplete="off"
          problem={missing.name}
        />
        <Field
          label={t('programmes.create.k')}
          hint={t('programmes.create.k-hint')}
          name="k"
          type="number"
          inputMode="numeric"
          min={floorOfK}
          step={1}
          defaultValue={5}
          problem={missing.k}
        />
        <Tick
          label={t('programmes.create.comments')}
          hint={t('programmes.create.comments-hint')}
          name="comments"
        />
        {creating.error && <ProblemNotice error={creating.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={creating.isPending}>
            {t(creating.isPending ? 'shared.working' : 'programmes.create.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
