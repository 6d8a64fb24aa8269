import type { Hiding, TargetKind } from '@chorus/contracts/community'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { appealHiding } from './api/moderation.ts'
import { type ThreadOf, threadQuery } from './api/thread.ts'

type Props = { of: ThreadOf; target: { kind: TargetKind; id: string }; mine: boolean; hidden: Hiding }

/** That a text is hidden, and why; its author can appeal once. */
export function HiddenNotice({ of, target, mine, hidden }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [isWriting, setWriting] = useState(false)
  const appealing = useMutation({
    mutationFn: (words: string) => appealHiding(target, words),
    onSuccess: () => client.invalidateQueries({ queryKey: threadQuery(of).queryKey }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    if (!appealing.isPending) appealing.mutate(words)
  }
  return (
    <Notice>
      <p dir="auto">
        {t(mine ? 'moderation.hidden-mine' : 'moderation.hidden-others', { reason: hidden.reason })}
      </p>
      {hidden.appeal === 'waits' && <p>{t('moderation.appealed')}</p>}
      {hidden.appeal === 'declined' && <p>{t('moderation.appeal-declined')}</p>}
      {hidden.appeal === 'possible' && !isWriting && (
        <div>
          <Button onClick={() => setWriting(true)}>{t('moderation.appeal')}</Button>
        </div>
      )}
      {hidden.appeal === 'possible' && isWriting && (
        <form ref={focusFirst} className="stack" onSubmit={submit}>
          <LongField
            label={t('moderation.appeal-words')}
            name="words"
            rows={3}
            required
            minLength={5}
            maxLength={1000}
            dir="auto"
          />
          {appealing.error && <ProblemNotice error={appealing.error} />}
          <div className="row">
            <Button type="submit" look="main" busy={appealing.isPending}>
              {t('moderation.appeal-send')}
            </Button>
            <Button look="quiet" onClick={() => setWriting(false)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Notice>
  )
}
