import type { Session } from '@chorus/contracts/session'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { WaitOrProblem } from '../../ui/wait-or-problem.tsx'
import { signInByPassword } from './api/sign-in.ts'

/** For administrators, folded away: nobody else has a password. */
export function PasswordSignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { t } = useTexts()
  const entering = useMutation({ mutationFn: signInByPassword, onSuccess: onSignedIn })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (field: string) => String(given.get(field) ?? '')
    entering.mutate({ email: text('email').trim(), password: text('password'), code: text('code') })
  }
  return (
    <Disclosure summary={t('password.sign-in')}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('password.email')}
          name="email"
          type="email"
          autoComplete="username"
          minLength={3}
          maxLength={320}
          required
        />
        <Field
          label={t('password.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Field
          label={t('password.code')}
          name="code"
          autoComplete="one-time-code"
          minLength={6}
          maxLength={40}
          required
        />
        {entering.error && <WaitOrProblem error={entering.error} />}
        <div>
          <Button type="submit" look="main" busy={entering.isPending}>
            {t(entering.isPending ? 'shared.working' : 'sign-in.press-button')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
