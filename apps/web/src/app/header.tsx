import type { Role } from '@chorus/contracts/session'
import { Link, useLocation } from '@tanstack/react-router'
import { groupOfPath } from '../features/learning/places.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Logo } from '../ui/logo.tsx'
import { headerPlaces } from './header-places.ts'
import { useSessionQuery } from './session.ts'
import { useSignOut } from './sign-out.ts'
import { UnseenLink } from './unseen-link.tsx'

export function Header() {
  const { t } = useTexts()
  const session = useSessionQuery().data
  const signOut = useSignOut()
  const isLearning = groupOfPath(useLocation().pathname) !== null
  const open = session
    ? headerPlaces.filter((place) => place.roles.some((role) => session.roles.includes(role)))
    : []
  return (
    <header className="header">
      <div className="header-bar">
        <Link to="/" className="header-brand">
          <Logo />
          <span>Chorus</span>
        </Link>
        <div className="header-who">
          {session && (
            <>
              <p className="header-name">
                <span>{session.person.name}</span>
                <span className="small soft">
                  {rolesToName(session.roles)
                    .map((role) => t(`shell.role.${role}`))
                    .join(' · ')}
                </span>
              </p>
              <UnseenLink />
              <button type="button" className="header-out" onClick={signOut}>
                {t('shell.sign-out')}
              </button>
            </>
          )}
          <LanguageSwitch />
        </div>
      </div>
      {open.length > 1 && (
        <nav className="header-nav" aria-label={t('shell.navigation')}>
          {open.map(({ to, label }) => (
            <Link
              key={label}
              to={to}
              activeOptions={{ exact: to === '/' }}
              className={isLearning && to === '/learning' ? 'is-within' : undefined}
            >
              {t(label)}
            </Link>
          ))}
        </nav>
      )}
    </header>
  )
}

/** Everybody is an employee: it is said only of those who are nothing else. */
function rolesToName(roles: readonly Role[]): readonly Role[] {
  return roles.length > 1 ? roles.filter((role) => role !== 'employee') : roles
}
