import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { WaitOrProblem } from '../../ui/wait-or-problem.tsx'
import { removePassword } from './api/password.ts'

export function RemovePassword({ onRemoved }: { onRemoved: () => void }) {
  const { t } = useTexts()
  const removing = useMutation({ mutationFn: removePassword, onSuccess: onRemoved })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    removing.mutate({
      password: String(given.get('password') ?? ''),
      code: String(given.get('code') ?? ''),
    })
  }
  return (
    <Card labelledBy="password-remove">
      <h2 id="password-remove">{t('password.remove')}</h2>
      <p>{t('password.remove-words')}</p>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('password.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Field label={t('password.code')} name="code" autoComplete="off" minLength={6} required />
        {removing.error && <WaitOrProblem error={removing.error} />}
        <div>
          <Button type="submit" look="danger" busy={removing.isPending}>
            {t(removing.isPending ? 'shared.working' : 'password.remove')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
