import type { ModerationCase } from '@chorus/contracts/commons'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { moderationQuery } from './api/moderation.ts'
import { CaseCard } from './case-card.tsx'

/** What people reported, and what HR has hidden. @param linkTo a link to the page of a subject */
export function ModerationPage({ linkTo }: { linkTo: (subject: ModerationCase['subject']) => ReactNode }) {
  const { t } = useTexts()
  const [decided, setDecided] = useState(0)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('moderation.title')} />
        <p className="lead soft">{t('moderation.lead')}</p>
        <p className="small soft measure">{t('moderation.by-request')}</p>
      </div>
      {decided > 0 && (
        <Notice key={decided} tone="good">
          <p>{t('moderation.decided')}</p>
        </Notice>
      )}
      <Loaded query={useQuery(moderationQuery)}>
        {({ cases }) => (
          <>
            {cases.length === 0 && <p className="measure">{t('moderation.none')}</p>}
            <ul className="stack stack-wide">
              {cases.map((one) => (
                <CaseCard
                  key={`${one.kind} ${one.id}`}
                  one={one}
                  link={linkTo(one.subject)}
                  onDecided={() => setDecided((times) => times + 1)}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}
