import type { MySessions } from '@chorus/contracts/session'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { endSession, sessionsQuery } from './api/sessions.ts'
import { EndOfPerson } from './end-of-person.tsx'
import './sessions-page.css'

export function SessionsPage({ forOthers }: { forOthers: boolean }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('sessions.title')} />
        <p className="lead soft">{t('sessions.lead')}</p>
      </div>
      <Loaded query={useQuery(sessionsQuery)}>{({ sessions }) => <OwnSessions sessions={sessions} />}</Loaded>
      {forOthers && <EndOfPerson />}
    </div>
  )
}

function OwnSessions({ sessions }: MySessions) {
  const { t } = useTexts()
  const client = useQueryClient()
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  const others = sessions.filter(({ here }) => !here)
  return (
    <Card as="div">
      <ul className="session-list">
        <li>
          <strong>{t('sessions.here')}</strong>
        </li>
        {others.map(({ id }, at) => (
          <li key={id} className="row">
            <span id={`session-${id}`}>{t('sessions.other', { number: at + 1 })}</span>
            <Button
              id={`end-${id}`}
              aria-labelledby={`end-${id} session-${id}`}
              busy={ending.isPending}
              onClick={() => ending.mutate(id)}
            >
              {t('sessions.end')}
            </Button>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="soft">{t('sessions.only-here')}</p>
      ) : (
        <p className="small soft">{t('sessions.silent')}</p>
      )}
      {others.length > 1 && (
        <div>
          <Button look="main" busy={ending.isPending} onClick={() => ending.mutate(null)}>
            {t('sessions.end-others')}
          </Button>
        </div>
      )}
      {ending.error && <ProblemNotice error={ending.error} />}
      {ending.isSuccess && (
        <Notice tone="good">
          <p>{t('sessions.ended')}</p>
        </Notice>
      )}
    </Card>
  )
}
