import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { findProviders } from './api/providers.ts'
import { ProviderLinks } from './provider-links.tsx'

/** Where several organisations are here, nobody is shown which: the address says whose service to offer. */
export function ProviderByAddress({ wave }: { wave: string | undefined }) {
  const { t } = useTexts()
  const [missing, setMissing] = useState<string>()
  const finding = useMutation({ mutationFn: findProviders })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    const fits = /^\S+@\S+$/.test(email)
    setMissing(fits ? undefined : t('sign-in.ask-missing'))
    if (fits) finding.mutate(email)
  }
  const found = finding.data?.providers
  return (
    <Card labelledBy="provider-by-address">
      <h2 id="provider-by-address">{t('provider.by-address')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('sign-in.ask-email')}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={320}
          problem={missing}
        />
        {finding.error && <ProblemNotice error={finding.error} />}
        <div>
          <Button type="submit" look="plain" busy={finding.isPending}>
            {t(finding.isPending ? 'shared.working' : 'provider.by-address-button')}
          </Button>
        </div>
      </form>
      <div role="status">
        {found && found.length > 0 && <ProviderLinks providers={found} wave={wave} />}
        {found?.length === 0 && <p>{t('provider.by-address-none')}</p>}
      </div>
    </Card>
  )
}
