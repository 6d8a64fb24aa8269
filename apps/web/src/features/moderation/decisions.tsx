import type { DecideOnTarget, ModerationCase } from '@chorus/contracts/commons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { decide, moderationQuery } from './api/moderation.ts'

const words = {
  show: 'moderation.show',
  'keep hidden': 'moderation.keep',
  leave: 'moderation.leave',
} as const

/** What the reader can decide on a text as it stands. */
export function Decisions({ one, onDecided }: { one: ModerationCase; onDecided: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [hiding, setHiding] = useState(false)
  const deciding = useMutation({
    mutationFn: (decision: DecideOnTarget) => decide(one, decision),
    onSuccess: (moderation) => {
      setHiding(false)
      client.setQueryData(moderationQuery.queryKey, moderation)
      onDecided()
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
        <form ref={focusFirst} className="stack" onSubmit={submit}>
          <LongField
            label={t('moderation.hide-reason')}
            hint={t('moderation.hide-hint')}
            name="reason"
            rows={2}
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
          {one.mayDecide.map((decision) =>
            decision === 'hide' ? (
              <Button key={decision} onClick={() => setHiding(true)}>
                {t('moderation.hide')}
              </Button>
            ) : (
              <Button key={decision} busy={busy} onClick={() => deciding.mutate({ decision })}>
                {t(words[decision])}
              </Button>
            ),
          )}
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  )
}
