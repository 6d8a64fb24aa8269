import type { MadeToken } from '@chorus/contracts/tokens'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { makeToken, tokensQuery } from './api/tokens.ts'

const dayMs = 24 * 3_600_000
/** What the server takes at most, and what is proposed. */
const mostDays = 366
const usualDays = 90

export function MakeToken({ onMade }: { onMade: (token: MadeToken) => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<{ name?: string | undefined; endsOn?: string | undefined }>({})
  const making = useMutation({
    mutationFn: makeToken,
    onSuccess: async (token) => {
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey })
      onMade(token)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const name = String(given.get('name') ?? '').trim()
    const endsOn = String(given.get('endsOn') ?? '')
    const fits = endsOn >= dayIn(1) && endsOn <= dayIn(mostDays)
    setMissing({
      name: name ? undefined : t('tokens.name-missing'),
      endsOn: fits ? undefined : t('problem.token-end-not-possible'),
    })
    if (name && fits) making.mutate({ name, endsOn }, { onSuccess: () => form.reset() })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('tokens.name')}
        hint={t('tokens.name-hint')}
        name="name"
        maxLength={100}
        autoComplete="off"
        problem={missing.name}
      />
      <Field
        label={t('tokens.ends')}
        name="endsOn"
        type="date"
        min={dayIn(1)}
        max={dayIn(mostDays)}
        defaultValue={dayIn(usualDays)}
        problem={missing.endsOn}
      />
      {making.error && <ProblemNotice error={making.error} />}
      <div>
        <Button type="submit" look="main" busy={making.isPending}>
          {t(making.isPending ? 'shared.working' : 'tokens.make-button')}
        </Button>
      </div>
    </form>
  )
}

/** ISO day (UTC) so many days from today. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
}
