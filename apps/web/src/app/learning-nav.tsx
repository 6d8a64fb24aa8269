import { Link, type LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../lib/i18n/message-id.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import './learning-nav.css'

type Place = { to: NonNullable<LinkProps['to']>; label: MessageId }

/** The parts of the learning loop, in the order in which they stand on its pages. */
const places: readonly Place[] = [
  { to: '/lessons', label: 'lessons.title' },
  { to: '/concern', label: 'concern.title' },
  { to: '/reviews', label: 'reviews.title' },
  { to: '/actions', label: 'board.title' },
  { to: '/experiments', label: 'experiments.title' },
  { to: '/reflections', label: 'reflections.title' },
  { to: '/agreement', label: 'agreement.title' },
  { to: '/recognition', label: 'recognition.title' },
  { to: '/feedback', label: 'feedback.title' },
  { to: '/learning-measures', label: 'learning-measures.title' },
]

/** Stands above each page of the learning loop. */
export function LearningNav() {
  const { t } = useTexts()
  return (
    <nav className="learning-nav" aria-label={t('community.navigation')}>
      {places.map(({ to, label }) => (
        <Link key={to} to={to}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
