import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { askForLink, linkOfferQuery } from './api/ask-for-link.ts'

/** A new link by mail, where there is a mail server; nothing where there is none. */
export function AskForLink({ wave }: { wave: string | undefined }) {
  const { t } = useTexts()
  const offer = useQuery(linkOfferQuery)
  const [missing, setMissing] = useState<string>()
  const asking = useMutation({ mutationFn: askForLink })
  if (!offer.data?.offered) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    const fits = /^\S+@\S+$/.test(email)
    setMissing(fits ? undefined : t('sign-in.ask-missing'))
    if (fits) asking.mutate({ email, ...(wave === undefined ? {} : { wave }) })
  }
  return (
    <Card labelledBy="sign-in-ask">
      <h2 id="sign-in-ask">{t('sign-in.ask')}</h2>
      {asking.data ? (
        <Notice tone="good">
          <p>{t('sign-in.asked')}</p>
          <p>{t('sign-in.asked-code')}</p>
          <p className="sign-in-code">
            <bdi>{asking.data.code}</bdi>
          </p>
        </Notice>
      ) : (
        <form className="stack" onSubmit={submit} noValidate>
          <Field
            label={t('sign-in.ask-email')}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={320}
            problem={missing}
          />
          {asking.error && <ProblemNotice error={asking.error} />}
          <div>
            <Button type="submit" look="main" busy={asking.isPending}>
              {t(asking.isPending ? 'shared.working' : 'sign-in.ask-button')}
            </Button>
          </div>
        </form>
      )}
    </Card>
  )
}
