import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trustedPersonsQuery } from '../../lib/api/trusted-persons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Sent, type SentConcern } from './sent.tsx'
import { WriteConcern } from './write-concern.tsx'

/** To let one trusted person know of something, and nobody of whom it came from. */
export function ConcernPage({ person }: { person: string }) {
  const { t } = useTexts()
  const [sent, setSent] = useState<SentConcern | null>(null)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('concern.title')} />
        <p className="lead soft">{t('concern.lead')}</p>
      </div>
      <Loaded query={useQuery(trustedPersonsQuery)}>
        {(trusted) => (
          <>
            {sent ? (
              <Sent sent={sent} organisation={trusted.organisation} />
            ) : trusted.people.length === 0 ? (
              <Notice>
                <p>{t('concern.nobody')}</p>
              </Notice>
            ) : (
              <WriteConcern trusted={trusted} person={person} onSent={setSent} />
            )}
            <ul className="row">
              <li>
                <Link
                  className="button button-plain"
                  to="/concern/$organisation"
                  params={{ organisation: trusted.organisation }}
                >
                  {t('concern.answers')}
                </Link>
              </li>
              {trusted.reads && (
                <li>
                  <Link className="button button-plain" to="/concerns">
                    {t('concerns.title')}
                  </Link>
                </li>
              )}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}
