import type { Session } from '@chorus/contracts/session'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { useTexts } from '../lib/i18n/texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { changeSession, useSessionQuery } from './session.ts'

export function SignInRoute() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const enter = (session: Session) => {
    changeSession(client, session)
    void navigate({ to: '/', replace: true })
  }
  return <SignInPage onSignedIn={enter} still={<StillSignedIn to="/" />} />
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
