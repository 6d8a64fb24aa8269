import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unseenQuery } from '../lib/api/unseen.ts'
import { useTexts } from '../lib/i18n/texts.ts'

/** The way to what others wrote, with how much of it is new. */
export function UnseenLink() {
  const { t } = useTexts()
  const count = useQuery(unseenQuery).data?.unseen ?? 0
  return (
    <Link to="/notifications" className="header-bell" title={t('notifications.title')}>
      <span className="visually-hidden">{t('notifications.link', { count })}</span>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v3.6L4.2 16a1 1 0 0 0 .9 1.5h13.8a1 1 0 0 0 .9-1.5L18 12.6V9a6 6 0 0 0-6-6Zm-2.4 16.5a2.5 2.5 0 0 0 4.8 0Z"
          fill="currentColor"
        />
      </svg>
      {count > 0 && (
        <span className="header-bell-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  )
}
