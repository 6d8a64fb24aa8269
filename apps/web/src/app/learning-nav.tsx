import { Link, useLocation } from '@tanstack/react-router'
import { groupOfPath } from '../features/learning/places.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import './learning-nav.css'

/** Stands above each page of the learning loop: the way to all of it, and the parts that belong together with this one. */
export function LearningNav() {
  const { t } = useTexts()
  const group = groupOfPath(useLocation().pathname)
  return (
    <nav className="learning-nav" aria-label={t('community.navigation')}>
      <Link to="/learning">{t('community.learning')}</Link>
      {group?.places.map(({ to, title }) => (
        <Link key={to} to={to}>
          {t(title)}
        </Link>
      ))}
    </nav>
  )
}
