import type { Session } from '@chorus/contracts/session'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { placesInGroups } from './places.ts'
import '../../ui/place-groups.css'

/** Ways onwards, in groups with headings. */
export function PlaceGroups({ session, where }: { session: Session; where: 'start' | 'settings' }) {
  const { t } = useTexts()
  const id = useId()
  return (
    <nav className="place-groups" aria-label={t('home.places')}>
      {placesInGroups(session.roles, where).map(({ group, places }) => (
        <section key={group} className="place-group" aria-labelledby={`${id}-${group}`}>
          <h2 id={`${id}-${group}`}>{t(`start.${group}`)}</h2>
          <ul>
            {places.map(({ to, title, words }) => (
              <li key={title}>
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
