import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FaultTable } from '../../ui/fault-table.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { instrumentsQuery, sendInstrument } from './api/instruments.ts'

/** A questionnaire from a file becomes a draft; or every fault, and nothing was begun. */
export function InstrumentUpload({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [missing, setMissing] = useState<string>()
  const sending = useMutation({
    mutationFn: sendInstrument,
    onSuccess: async ({ id, version }) => {
      await client.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
      await navigate({
        to: '/instruments/$instrument/$version',
        params: { instrument: id, version: String(version) },
      })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('instrument')
    const given = file instanceof File && file.name !== '' ? file : undefined
    setMissing(given ? undefined : t('instruments.file-missing'))
    if (given) sending.mutate(given)
  }
  const { error } = sending
  return (
    <Dialog title={t('instruments.file')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t('instruments.file-words')}</p>
        <p>
          <a href="/samples/instrument.csv" download>
            {t('instruments.file-sample')}
          </a>
        </p>
        <Field
          label={t('instruments.file-field')}
          name="instrument"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          problem={missing}
        />
        {error && <ProblemNotice error={error} />}
        {error instanceof ApiProblem && error.faults.length > 0 && (
          <FaultTable faults={error.faults} inAll={error.faultsInAll} />
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={sending.isPending}>
            {t(sending.isPending ? 'shared.working' : 'instruments.file-button')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
