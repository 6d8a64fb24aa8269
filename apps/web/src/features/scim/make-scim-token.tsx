import type { MadeScimToken } from '@chorus/contracts/scim'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { makeScimToken, scimQuery } from './api/scim.ts'

export function MakeScimToken({ onMade }: { onMade: (token: MadeScimToken) => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState(false)
  const making = useMutation({
    mutationFn: makeScimToken,
    onSuccess: async (token) => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: scimQuery.queryKey })
      onMade(token)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name') ?? '').trim()
    setMissing(name === '')
    if (name !== '') making.mutate(name, { onSuccess: () => form.reset() })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('scim.name')}
        hint={t('scim.name-hint')}
        name="name"
        maxLength={100}
        autoComplete="off"
        problem={missing ? t('scim.name-missing') : undefined}
      />
      {making.error && <ProblemNotice error={making.error} />}
      <div>
        <Button type="submit" look="main" busy={making.isPending}>
          {t(making.isPending ? 'shared.working' : 'scim.make-button')}
        </Button>
      </div>
    </form>
  )
}
