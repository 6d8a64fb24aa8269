import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { reflectionsOfUnitQuery } from './api/reflections.ts'
import { SummaryWords } from './summary-words.tsx'

/** Beside a report: what the unit said to itself about its climate. Nothing where it has no summary yet. */
export function UnitSummaries({ unit }: { unit: string }) {
  const { t, locale } = useTexts()
  const sessions = useQuery(reflectionsOfUnitQuery(unit)).data?.sessions ?? []
  const summed = sessions.flatMap(({ id, title, summary }) => (summary ? [{ id, title, summary }] : []))
  if (summed.length === 0) return null
  return (
    <Card labelledBy="report-reflections">
      <h2 id="report-reflections">{t('reflections.of-unit')}</h2>
      {summed.map(({ id, title, summary }, place) => (
        <Disclosure key={id} summary={`${title} · ${showDay(summary.on, locale)}`} isOpen={place === 0}>
          <SummaryWords summary={summary} headings="h3" />
          <Link to="/reflections/$session" params={{ session: id }}>
            {t('reflections.to-session')}
          </Link>
        </Disclosure>
      ))}
    </Card>
  )
}
