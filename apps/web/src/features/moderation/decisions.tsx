import type { DecideOnTarget, ModerationCase } from '@chorus/contracts/commons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { decide, moderationQuery } from './api/moderation.ts'

/** What can be decided on a text as it stands. */
export function Decisions({ one }: { one: ModerationCase }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [hiding, setHiding] = useState(false)
  const deciding = useMutation({
    mutationFn: (decision: DecideOnTarget) => decide(one, decision),
    onSuccess: (moderation) => {
      setHiding(false)
      client.setQueryData(moderationQuery.queryKey, moderation)
    },
  })
  const { isPending: busy, error } = deciding
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    if (!busy) deciding.mutate({ decision: 'hide', reason })
  }
  return (
    <div className="stack">
      {hiding ? (
        <form className="stack" onSubmit={submit}>
          <Field
            label={t('moderation.hide-reason')}
            hint={t('moderation.hide-hint')}
            name="reason"
            required
            minLength={5}
            maxLength={500}
            dir="auto"
          />
          <div className="row">
            <Button type="submit" look="main" busy={busy}>
              {t('moderation.hide')}
            </Button>
            <Button look="quiet" onClick={() => setHiding(false)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row">
          {one.hidden === null && (
            <>
              <Button onClick={() => setHiding(true)}>{t('moderation.hide')}</Button>
              <Button busy={busy} onClick={() => deciding.mutate({ decision: 'leave' })}>
                {t('moderation.leave')}
              </Button>
            </>
          )}
          {one.hidden && (
            <Button busy={busy} onClick={() => deciding.mutate({ decision: 'show' })}>
              {t('moderation.show')}
            </Button>
          )}
          {one.hidden?.waits && one.hidden.mayDecide && (
            <Button busy={busy} onClick={() => deciding.mutate({ decision: 'keep hidden' })}>
              {t('moderation.keep')}
            </Button>
          )}
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  )
}
