import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reflectionsQuery } from './api/reflections.ts'
import { SessionFacts } from './session-facts.tsx'
import { WhoBegins } from './who-begins.tsx'

/** Sessions of the reader's units, and summaries of those below and around, newest first. */
export function ReflectionsPage() {
  const { t, locale } = useTexts()
  const query = useInfiniteQuery(reflectionsQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('reflections.title')} />
        <p className="lead soft">{t('reflections.lead')}</p>
      </div>
      <WhoBegins />
      <Loaded query={query}>
        {({ pages }) => {
          const sessions = pages.flatMap((page) => page.sessions)
          return (
            <>
              {sessions.length === 0 && <p className="measure">{t('reflections.none')}</p>}
              <ul className="stack">
                {sessions.map((session) => (
                  <Card as="li" key={session.id}>
                    <h2 dir="auto">
                      <Link to="/reflections/$session" params={{ session: session.id }}>
                        {session.title}
                      </Link>
                    </h2>
                    <SessionFacts session={session} />
                    {session.summary && <MentionText text={session.summary.heard} />}
                    {session.nextOn && (
                      <p className="small">
                        {t('reflections.next', { day: showDay(session.nextOn, locale) })}{' '}
                        {session.takesPart && (
                          <Link to="/reflections/new" search={{ after: session.id }}>
                            {t('reflections.begin-next')}
                          </Link>
                        )}
                      </p>
                    )}
                  </Card>
                ))}
              </ul>
              {query.hasNextPage && (
                <div>
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('reflections.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
