import type { Session } from '@chorus/contracts/session'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect } from 'react'
import { takeFragment } from '../../lib/address/take-fragment.ts'
import { type ApiProblemCode, codeOf } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { signIn } from './api/sign-in.ts'
import { AskForLink } from './ask-for-link.tsx'
import { CodeOfAsker } from './code-of-asker.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'
import { PressToSignIn } from './press-to-sign-in.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import { RefusedByProvider } from './refused-by-provider.tsx'
import './sign-in-page.css'

type Props = {
  onSignedIn: (session: Session) => void
  /** The wave that a link or a poster invites to. */
  wave?: string
  /** What to offer where somebody is signed in on this device already. */
  still?: ReactNode
}

export function SignInPage({ onSignedIn, wave, still }: Props) {
  const { t } = useTexts()
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  const { mutate } = entering
  // Before the first paint, and again when a link is opened while this page is already shown.
  useLayoutEffect(() => {
    const enter = () => {
      const token = takeFragment(window.location, window.history)
      if (token) mutate({ token, automatic: true })
    }
    enter()
    window.addEventListener('hashchange', enter)
    return () => window.removeEventListener('hashchange', enter)
  }, [mutate])
  const problem = entering.isError ? codeOf(entering.error) : null
  const token = entering.variables?.token ?? ''
  const asksFor = problem === null ? null : (questions[problem] ?? null)
  const isOpen = entering.isIdle || (entering.isError && asksFor === null)
  return (
    <div className="sign-in stack stack-wide">
      <div className="stack">
        <PageTitle title={t('sign-in.title')} />
        <p className="lead soft">{t('sign-in.lead')}</p>
      </div>
      {entering.isPending && <p role="status">{t('sign-in.busy')}</p>}
      {asksFor === 'press' && <PressToSignIn onPress={() => mutate({ token })} />}
      {asksFor === 'code' && (
        <CodeOfAsker wrong={problem === 'link-code-not-valid'} onCode={(code) => mutate({ token, code })} />
      )}
      {entering.isError && asksFor === null && (
        <ProblemNotice
          error={entering.error}
          {...(passing.has(problem) && { onRetry: () => entering.variables && mutate(entering.variables) })}
        />
      )}
      {entering.isIdle && <RefusedByProvider />}
      {isOpen && still}
      {isOpen && <ProviderButtons wave={wave} />}
      {isOpen && <AskForLink wave={wave} />}
      {isOpen && (
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
      {isOpen && <PasswordSignIn onSignedIn={onSignedIn} />}
    </div>
  )
}

/** Refusals that a person can answer. */
const questions: Partial<Record<ApiProblemCode, 'press' | 'code'>> = {
  'link-needs-press': 'press',
  'link-asked-elsewhere': 'code',
  'link-code-not-valid': 'code',
}

/** What may be different a moment later; every other refusal speaks about the link itself. */
const passing: ReadonlySet<ApiProblemCode | null> = new Set(['offline', 'too-busy', 'internal'] as const)
