import type { Session } from '@chorus/contracts/session'
import type { SignedOut } from '@chorus/contracts/sign-in'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { firstStartQuery } from '../features/first-start/api/first-start.ts'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { useTexts } from '../lib/i18n/texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { changeSession, useSessionQuery } from './session.ts'
import { alsoSignOutKey } from './sign-out.ts'

export function SignInRoute() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const enter = (session: Session) => {
    changeSession(client, session)
    void navigate({ to: '/', replace: true })
  }
  if (useQuery(firstStartQuery).data?.open) return <Navigate to="/first-start" replace />
  return (
    <SignInPage
      onSignedIn={enter}
      still={
        <>
          <AlsoSignOut />
          <StillSignedIn to="/" />
        </>
      }
    />
  )
}

/** Where the link of an invitation and the code of a poster lead: on to the answer page, which is an entry of its own. */
export function InvitedRoute() {
  const { wave } = useParams({ from: '/sign-in/$wave' })
  const answers = `/answer/${wave}`
  return (
    <SignInPage
      wave={wave}
      onSignedIn={() => window.location.replace(answers)}
      still={<StillSignedIn to={answers} />}
    />
  )
}

/** Says who is signed in before going on: the device may be shared. */
function StillSignedIn({ to }: { to: string }) {
  const { t } = useTexts()
  const session = useSessionQuery().data
  if (!session) return null
  return (
    <Notice>
      <p>{t('sign-in.still', { name: session.person.name })}</p>
      <p>
        <a className={buttonClass('main')} href={to}>
          {t('sign-in.go-on')}
        </a>
      </p>
    </Notice>
  )
}

/** After signing out, where one came by a provider: others may use the device next. */
function AlsoSignOut() {
  const { t } = useTexts()
  const there = useQueryClient().getQueryData<SignedOut['alsoAt']>(alsoSignOutKey)
  if (!there) return null
  return (
    <Notice>
      <p>{t('provider.also-out')}</p>
      <p>
        <a className={buttonClass('plain')} href={there.address}>
          {t('provider.also-out-link', { name: there.name })}
        </a>
      </p>
    </Notice>
  )
}
