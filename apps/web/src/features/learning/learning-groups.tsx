import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import '../../ui/place-groups.css'
import { learningGroups } from './places.ts'

/** Ways to the parts of the learning loop. */
export function LearningGroups() {
  const { t } = useTexts()
  const id = useId()
  return (
    <nav className="place-groups" aria-label={t('community.navigation')}>
      {learningGroups.map(({ group, places }) => (
        <section key={group} className="place-group" aria-labelledby={`${id}-${group}`}>
          <h2 id={`${id}-${group}`}>{t(`learning.group.${group}`)}</h2>
          <ul>
            {places.map(({ to, title, words }) => (
              <li key={to}>
                <Link className="place" to={to}>
                  <span className="place-title">{t(title)}</span>
                  <span>{t(words)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
