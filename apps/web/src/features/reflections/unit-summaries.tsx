import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { reflectionsOfUnitQuery } from './api/reflections.ts'
import { SummaryWords } from './summary-words.tsx'

type Props = {
  unit: string
  /** Beside a report they are a card of their own, on a page for new joiners a part of one. */
  as: 'card' | 'part'
}

/** What came of a unit's sessions, the newest one opened. Nothing where it has no summary yet. */
export function UnitSummaries({ unit, as }: Props) {
  const { t, locale } = useTexts()
  const heading = useId()
  const sessions = useQuery(reflectionsOfUnitQuery(unit)).data?.sessions ?? []
  const summed = sessions.flatMap(({ id, title, summary }) => (summary ? [{ id, title, summary }] : []))
  if (summed.length === 0) return null
  const inside = (
    <>
      <h2 id={heading}>{t('reflections.of-unit')}</h2>
      {summed.map(({ id, title, summary }, place) => (
        <Disclosure key={id} summary={`${title} · ${showDay(summary.on, locale)}`} isOpen={place === 0}>
          <SummaryWords summary={summary} headings="h3" />
          <Link to="/reflections/$session" params={{ session: id }}>
            {t('reflections.to-session')}
          </Link>
        </Disclosure>
      ))}
    </>
  )
  if (as === 'card') return <Card labelledBy={heading}>{inside}</Card>
  return (
    <section className="stack" aria-labelledby={heading}>
      {inside}
    </section>
  )
}
