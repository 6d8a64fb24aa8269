import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../../lib/api/problem.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { FaultTable } from '../../../ui/fault-table.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { programmesQuery } from '../api/programmes.ts'
import { HistoryForm, type MissingFiles, neededFiles } from './history-form.tsx'
import { HistoryPreview } from './history-preview.tsx'
import { HistoryWaiting } from './history-waiting.tsx'
import { useHistory } from './use-history.ts'
import './history-page.css'

/** HR brings waves of another tool in: files, then what would be released, then the release. */
export function HistoryPage({ programme }: { programme: string }) {
  const { t } = useTexts()
  const query = useQuery(programmesQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <p>
          <Link to="/programmes">{t('history.back')}</Link>
        </p>
        <PageTitle title={t('history.title')} />
        <p className="lead soft">{t('history.lead')}</p>
      </div>
      <Loaded query={query}>
        {({ programmes }) => {
          const found = programmes.find(({ id }) => id === programme)
          return found ? (
            <Steps programme={programme} name={found.name} />
          ) : (
            <ProblemNotice error={new ApiProblem('unknown-programme')} />
          )
        }}
      </Loaded>
    </div>
  )
}

function Steps({ programme, name }: { programme: string; name: string }) {
  const { t } = useTexts()
  const { preview, importing, startAgain } = useHistory(programme)
  const [files, setFiles] = useState<FormData>()
  const [missing, setMissing] = useState<MissingFiles>({})
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const isMissing = (field: string) => {
      const file = given.get(field)
      return !(file instanceof File && file.name !== '')
    }
    const without = neededFiles.filter(isMissing)
    setMissing(Object.fromEntries(without.map((field) => [field, t('history.choose')])))
    if (without.length > 0) return
    setFiles(given)
    preview.mutate(given)
  }
  const error = importing.error ?? preview.error
  if (importing.data)
    return (
      <Notice tone="good" title={t('history.done')}>
        <p>{t('history.done-words', { count: importing.data.waves.length })}</p>
        <p>
          <Link to="/reports">{t('history.reports')}</Link>
        </p>
      </Notice>
    )
  return (
    <>
      <HistoryForm
        programme={name}
        missing={missing}
        busy={preview.isPending || importing.isPending}
        onChange={startAgain}
        onSubmit={check}
      />
      {(preview.isPending || importing.isPending) && (
        <HistoryWaiting
          programme={programme}
          step={importing.isPending ? 'import' : 'preview'}
          onStop={startAgain}
        />
      )}
      {error && <ProblemNotice error={error} />}
      {error instanceof ApiProblem && error.faults.length > 0 && (
        <FaultTable faults={error.faults} inAll={error.faultsInAll} />
      )}
      {preview.data && files && !importing.isPending && (
        <HistoryPreview history={preview.data} onImport={() => importing.mutate(files)} />
      )}
    </>
  )
}
