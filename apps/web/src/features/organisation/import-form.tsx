import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FaultTable } from '../../ui/fault-table.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { importOrganisation } from './api/import-organisation.ts'
import { organisationQuery } from './api/organisation.ts'
import { ColumnHelp } from './column-help.tsx'

/** Two files in, the organisation is what they say; or every fault, and nothing was changed. */
export function ImportForm() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<{ units?: string | undefined; people?: string | undefined }>({})
  const importing = useMutation({
    mutationFn: importOrganisation,
    onSuccess: () => client.invalidateQueries({ queryKey: organisationQuery.queryKey }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [units, people] = [fileOf(given.get('units')), fileOf(given.get('people'))]
    const choose = t('organisation.import.choose')
    setMissing({ units: units ? undefined : choose, people: people ? undefined : choose })
    if (units && people) importing.mutate({ units, people })
  }
  const faults = importing.error instanceof ApiProblem ? importing.error.faults : []
  return (
    <Card labelledBy="import-title">
      <h2 id="import-title">{t('organisation.import.title')}</h2>
      <p className="soft">{t('organisation.import.words')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('organisation.import.units')}
          name="units"
          type="file"
          accept=".csv,text/csv"
          problem={missing.units}
        />
        <Field
          label={t('organisation.import.people')}
          name="people"
          type="file"
          accept=".csv,text/csv"
          problem={missing.people}
        />
        <div>
          <Button type="submit" look="main" busy={importing.isPending}>
            {t(importing.isPending ? 'organisation.import.busy' : 'organisation.import.button')}
          </Button>
        </div>
      </form>
      {importing.data && (
        <Notice tone="good" title={t('organisation.import.done')}>
          <p>{t('organisation.import.result', importing.data)}</p>
        </Notice>
      )}
      {importing.error && <ProblemNotice error={importing.error} />}
      {importing.error instanceof ApiProblem && faults.length > 0 && (
        <FaultTable faults={faults} inAll={importing.error.faultsInAll} />
      )}
      <ColumnHelp />
    </Card>
  )
}

function fileOf(entry: FormDataEntryValue | null): File | undefined {
  return entry instanceof File && entry.name !== '' ? entry : undefined
}
