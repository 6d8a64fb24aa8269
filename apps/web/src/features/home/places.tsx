import type { Role, Session } from '@chorus/contracts/session'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** What else the reader's roles open. */
export function Places({ session }: { session: Session }) {
  const { t } = useTexts()
  const open = places.filter(({ roles }) => roles.some((role) => session.roles.includes(role)))
  return (
    <nav className="home-places" aria-label={t('home.places')}>
      {open.map(({ to, title, words }) => (
        <Link key={title} className="home-place" to={to}>
          <span className="home-place-title">{t(title)}</span>
          <span>{t(words)}</span>
        </Link>
      ))}
    </nav>
  )
}

type Place = { to: NonNullable<LinkProps['to']>; title: MessageId; words: MessageId; roles: readonly Role[] }

const places: readonly Place[] = [
  {
    to: '/reports',
    title: 'home.reports',
    words: 'home.reports-words',
    roles: ['hr', 'part-hr', 'stand-in'],
  },
  { to: '/programmes', title: 'home.programmes', words: 'home.programmes-words', roles: ['hr', 'auditor'] },
  { to: '/set-up', title: 'set-up.title', words: 'set-up.home-words', roles: ['hr'] },
  { to: '/jobs', title: 'jobs.title', words: 'jobs.card-words', roles: ['hr', 'administrator', 'auditor'] },
  { to: '/organisation', title: 'home.organisation', words: 'home.organisation-words', roles: ['hr'] },
  {
    to: '/instruments',
    title: 'home.instruments',
    words: 'home.instruments-words',
    roles: ['hr'],
  },
  { to: '/people', title: 'people.title', words: 'people.place-words', roles: ['hr', 'administrator'] },
  { to: '/scim', title: 'scim.title', words: 'scim.place-words', roles: ['administrator'] },
  { to: '/rights', title: 'rights.title', words: 'rights.place', roles: ['hr', 'administrator'] },
  {
    to: '/delegation',
    title: 'delegation.title',
    words: 'delegation.place',
    roles: ['manager', 'stand-in', 'hr', 'part-hr'],
  },
  {
    to: '/channels',
    title: 'channels.title',
    words: 'channels.card-words',
    roles: ['hr', 'administrator'],
  },
  { to: '/trust', title: 'home.trust', words: 'home.trust-words', roles: ['hr', 'auditor'] },
  {
    to: '/sign-in-settings',
    title: 'home.sign-in-settings',
    words: 'home.sign-in-settings-words',
    roles: ['administrator'],
  },
  { to: '/password', title: 'home.password', words: 'home.password-words', roles: ['administrator'] },
  { to: '/stored', title: 'home.stored', words: 'home.stored-words', roles: ['employee'] },
  { to: '/receipts', title: 'home.receipts', words: 'home.receipts-words', roles: ['employee'] },
  { to: '/sessions', title: 'home.sessions', words: 'home.sessions-words', roles: ['employee'] },
]
