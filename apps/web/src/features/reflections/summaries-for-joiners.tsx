import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { reflectionsQuery } from './api/reflections.ts'
import { hasSummary, SummaryList } from './summary-list.tsx'

const fewEnough = 3

/** For somebody new: what lately came of sessions of the own unit and those above it. Nothing where there is no summary yet. */
export function SummariesForJoiners() {
  const { t } = useTexts()
  const sessions = useInfiniteQuery(reflectionsQuery).data?.pages.flatMap((page) => page.sessions) ?? []
  const summed = sessions.filter(({ takesPart }) => takesPart).filter(hasSummary)
  if (summed.length === 0) return null
  return (
    <section className="stack" aria-labelledby="joiners-reflections">
      <h2 id="joiners-reflections">{t('reflections.of-unit')}</h2>
      <SummaryList sessions={summed.slice(0, fewEnough)} />
    </section>
  )
}
