import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { reflectionsOfUnitQuery } from './api/reflections.ts'
import { hasSummary, SummaryList } from './summary-list.tsx'

/** Beside a report: what came of the unit's sessions. Nothing where it has no summary yet. */
export function UnitSummaries({ unit }: { unit: string }) {
  const { t } = useTexts()
  const summed = useQuery(reflectionsOfUnitQuery(unit)).data?.sessions.filter(hasSummary) ?? []
  if (summed.length === 0) return null
  return (
    <Card labelledBy="report-reflections">
      <h2 id="report-reflections">{t('reflections.of-unit')}</h2>
      <SummaryList sessions={summed} />
    </Card>
  )
}
