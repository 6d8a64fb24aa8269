import type { Session } from '@chorus/contracts/session'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { codeOf } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { signIn } from './api/sign-in.ts'
import { takeToken } from './take-token.ts'
import './sign-in-page.css'

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { t } = useTexts()
  const [token] = useState(() => takeToken(window.location, window.history))
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  const tried = useRef(false)
  const { mutate } = entering
  useEffect(() => {
    if (!token || tried.current) return
    tried.current = true
    mutate(token)
  }, [token, mutate])
  const linkIsSpent = entering.isError && !passing.has(codeOf(entering.error))
  return (
    <div className="sign-in stack stack-wide">
      <div className="stack">
        <PageTitle title={t('sign-in.title')} />
        <p className="lead soft">{t('sign-in.lead')}</p>
      </div>
      {token && entering.isPending && <p role="status">{t('sign-in.busy')}</p>}
      {entering.isError && (
        <ProblemNotice
          error={entering.error}
          {...(linkIsSpent ? {} : { onRetry: () => entering.mutate(token) })}
        />
      )}
      {(!token || entering.isError) && (
        <Card labelledBy="sign-in-how">
          <h2 id="sign-in-how">{t('sign-in.how')}</h2>
          <ol className="sign-in-steps">
            <li>{t('sign-in.how-1')}</li>
            <li>{t('sign-in.how-2')}</li>
            <li>{t('sign-in.how-3')}</li>
          </ol>
          <p className="small soft">{t('sign-in.no-password')}</p>
        </Card>
      )}
    </div>
  )
}

/** What may be different a moment later; every other refusal speaks about the link itself. */
const passing: ReadonlySet<string> = new Set(['offline', 'too-busy', 'internal'])
