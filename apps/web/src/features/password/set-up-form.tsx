import type { NewPassword, PasswordSetUp } from '@chorus/contracts/password'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { WaitOrProblem } from '../../ui/wait-or-problem.tsx'

type Props = {
  setUp: PasswordSetUp
  /** Then what is there has to be confirmed. */
  isSet: boolean
  busy: boolean
  error: unknown
  onSave: (password: NewPassword) => void
}

export function SetUpForm({ setUp: { key, address, setUp }, isSet, busy, error, onSave }: Props) {
  const { t } = useTexts()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (field: string) => String(given.get(field) ?? '')
    const current = { password: text('current'), code: text('currentCode') }
    onSave({ setUp, password: text('password'), code: text('code'), ...(isSet && { current }) })
  }
  return (
    <form className="stack" onSubmit={submit}>
      {isSet && (
        <>
          <Field
            label={t('password.current')}
            name="current"
            type="password"
            autoComplete="current-password"
            required
          />
          <Field
            label={t('password.current-code')}
            name="currentCode"
            autoComplete="off"
            minLength={6}
            required
          />
        </>
      )}
      <p>{t('password.scan')}</p>
      <div className="factor-code">
        <QrCode text={address} label={t('password.qr')} />
      </div>
      <p className="factor-key">{t('password.key', { key })}</p>
      <Field
        label={t('password.new')}
        hint={t('password.new-hint')}
        name="password"
        type="password"
        autoComplete="new-password"
        maxLength={400}
        required
      />
      <Field
        label={t('password.digits')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        minLength={6}
        maxLength={10}
        required
      />
      {error !== null && <WaitOrProblem error={error} />}
      <div>
        <Button type="submit" look="main" busy={busy}>
          {t(busy ? 'shared.working' : 'password.save')}
        </Button>
      </div>
    </form>
  )
}
