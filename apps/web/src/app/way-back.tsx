import { Link, type LinkProps, useLocation } from '@tanstack/react-router'
import { places } from '../features/home/places.ts'
import type { MessageId } from '../lib/i18n/message-id.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { headerPlaces } from './header-places.ts'
import { useSessionQuery } from './session.ts'

type Above = { readonly to: NonNullable<LinkProps['to']>; readonly label: MessageId }

/** The page above, on every page that the header does not name; pages deeper down carry a way of their own. */
export function WayBack() {
  const { t } = useTexts()
  const above = pageAbove(useLocation().pathname)
  if (!useSessionQuery().data || !above) return null
  return (
    <nav className="way-back" aria-label={t('start.way')}>
      <Link to={above.to}>{t(above.label)}</Link>
    </nav>
  )
}

function pageAbove(path: string): Above | null {
  if (/^\/programmes\/[^/]+\/rhythm$/.test(path)) return { to: '/programmes', label: 'shell.programmes' }
  const place = places.find(({ to }) => to === path)
  if (!place || headerPlaces.some(({ to }) => to === path)) return null
  return place.isSetting ? { to: '/settings', label: 'settings.title' } : { to: '/', label: 'shell.home' }
}
