import type { InstrumentAnswer } from '@chorus/contracts/instruments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { beginNextVersion, instrumentFile, instrumentQuery, instrumentsQuery } from './api/instruments.ts'
import { DraftEditor } from './editor/draft-editor.tsx'
import { ScaleReading } from './scale-reading.tsx'
import { Words } from './words.tsx'
import './instruments.css'

/** One version of a questionnaire: a draft is written here, a finished one is read. */
export function InstrumentPage({ instrument, version }: { instrument: string; version: number }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <p>
        <Link to="/instruments">{t('instruments.back')}</Link>
      </p>
      <Loaded query={useQuery(instrumentQuery(instrument, version))} title={t('instruments.title')}>
        {(answer) =>
          answer.state === 'draft' ? (
            <DraftEditor key={`${answer.id} ${answer.version}`} answer={answer} />
          ) : (
            <Finished answer={answer} />
          )
        }
      </Loaded>
    </div>
  )
}

function Finished({ answer: { id, version, content, versions } }: { answer: InstrumentAnswer }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const beginning = useMutation({
    mutationFn: () => beginNextVersion(id),
    onSuccess: async (next) => {
      await client.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
      await navigate({
        to: '/instruments/$instrument/$version',
        params: { instrument: id, version: String(next.version) },
      })
    },
  })
  const isNewest = versions[0]?.version === version
  return (
    <>
      <div className="stack">
        <PageTitle title={t('instruments.title')}>
          <Words text={content.name} none={t('instruments.nameless')} />
        </PageTitle>
        <p className="lead soft">{t('instruments.final-words', { version })}</p>
      </div>
      <div className="row">
        {isNewest && (
          <Button look="main" busy={beginning.isPending} onClick={() => beginning.mutate()}>
            {t(beginning.isPending ? 'shared.working' : 'instruments.next-version')}
          </Button>
        )}
        {(['csv', 'json'] as const).map((ending) => (
          <a
            key={ending}
            className={buttonClass('plain')}
            href={instrumentFile(id, version, ending)}
            download
          >
            {t(`instruments.download-${ending}`)}
          </a>
        ))}
      </div>
      {beginning.error && <ProblemNotice error={beginning.error} />}
      {content.scales.map((scale) => (
        <Card key={scale.id} labelledBy={`scale-${scale.id}`}>
          <h2 id={`scale-${scale.id}`}>
            <Words text={scale.name} none={scale.id} />
          </h2>
          <ScaleReading scale={scale} />
        </Card>
      ))}
    </>
  )
}
