import type { ModerationCase } from '@chorus/contracts/commons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { moderationQuery } from './api/moderation.ts'
import { CaseCard } from './case-card.tsx'

/** What people reported, and what HR has hidden. @param linkTo a link to the page of a subject */
export function ModerationPage({ linkTo }: { linkTo: (subject: ModerationCase['subject']) => ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('moderation.title')} />
        <p className="lead soft">{t('moderation.lead')}</p>
      </div>
      <Loaded query={useQuery(moderationQuery)}>
        {({ cases }) => (
          <>
            {cases.length === 0 && <p className="measure">{t('moderation.none')}</p>}
            <ul className="stack">
              {cases.map((one) => (
                <CaseCard key={`${one.kind} ${one.id}`} one={one} link={linkTo(one.subject)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}
