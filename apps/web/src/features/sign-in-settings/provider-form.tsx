import type { NewSignInProvider, SignInProvider } from '@chorus/contracts/sign-in'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { setProvider, settingsQuery } from './api/settings.ts'
import { givenProvider, type Missing } from './given-provider.ts'

export function ProviderForm({ provider }: { provider: SignInProvider | null }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<ReadonlySet<Missing>>(new Set())
  const setting = useMutation({
    mutationFn: (given: NewSignInProvider) => setProvider(given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey, exact: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = givenProvider(new FormData(event.currentTarget), provider?.hasSecret ?? false)
    setMissing(given.missing)
    if (given.missing.size === 0) setting.mutate(given.provider)
  }
  const problemOf = (field: Missing) => (missing.has(field) ? t('provider.missing') : undefined)
  return (
    <form className="stack" onSubmit={submit} noValidate autoComplete="off">
      <Field
        label={t('provider.name')}
        name="name"
        maxLength={60}
        defaultValue={provider?.name}
        problem={problemOf('name')}
      />
      <Field
        label={t('provider.issuer')}
        hint={t('provider.issuer-hint')}
        name="issuer"
        type="url"
        dir="ltr"
        maxLength={500}
        defaultValue={provider?.issuer}
        problem={problemOf('issuer')}
      />
      <Field
        label={t('provider.client-id')}
        name="clientId"
        dir="ltr"
        maxLength={300}
        defaultValue={provider?.clientId}
        problem={problemOf('clientId')}
      />
      <Field
        label={t('provider.secret')}
        hint={t(provider?.hasSecret ? 'provider.secret-kept' : 'provider.secret-hint')}
        name="clientSecret"
        type="password"
        dir="ltr"
        maxLength={1000}
        autoComplete="new-password"
      />
      <Choice
        label={t('provider.match')}
        name="match"
        defaultValue={provider?.match ?? 'email'}
        options={[
          ['email', t('provider.match.email')],
          ['external-id', t('provider.match.external-id')],
        ]}
      />
      <Field
        label={t('provider.claim')}
        hint={t('provider.claim-hint')}
        name="claim"
        dir="ltr"
        maxLength={200}
        defaultValue={provider?.claim ?? 'email'}
        problem={problemOf('claim')}
      />
      <Field
        label={t('provider.domains')}
        hint={t('provider.domains-hint')}
        name="domains"
        dir="ltr"
        defaultValue={provider?.domains.join(', ')}
      />
      <Tick
        label={t('provider.offered')}
        hint={t('provider.offered-hint')}
        name="offered"
        defaultChecked={provider?.offered ?? false}
      />
      {setting.error && <ProblemNotice error={setting.error} />}
      {setting.data && (
        <Notice tone="good">
          <p>{t(setting.data.waits ? 'rules.proposed' : 'provider.saved')}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={setting.isPending}>
          {t(setting.isPending ? 'shared.working' : 'provider.save')}
        </Button>
      </div>
    </form>
  )
}
