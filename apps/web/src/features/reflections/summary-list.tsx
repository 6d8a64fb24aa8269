import type { ReflectionEntry } from '@chorus/contracts/reflections'
import { Link } from '@tanstack/react-router'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { SummaryWords } from './summary-words.tsx'

export type Summed = ReflectionEntry & { summary: NonNullable<ReflectionEntry['summary']> }

export const hasSummary = (session: ReflectionEntry): session is Summed => session.summary !== null

/** What came of sessions, the newest one opened. */
export function SummaryList({ sessions }: { sessions: readonly Summed[] }) {
  const { t, locale } = useTexts()
  return sessions.map(({ id, title, summary }, place) => (
    <Disclosure key={id} summary={`${title} · ${showDay(summary.on, locale)}`} isOpen={place === 0}>
      <SummaryWords summary={summary} headings="h3" />
      <Link to="/reflections/$session" params={{ session: id }}>
        {t('reflections.to-session')}
      </Link>
    </Disclosure>
  ))
}
