import type { Hiding, TargetKind } from '@chorus/contracts/community'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
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
      {appealing.isSuccess && <p>{t('moderation.appealed')}</p>}
      {hidden.canAppeal && !isWriting && (
        <div>
          <Button onClick={() => setWriting(true)}>{t('moderation.appeal')}</Button>
        </div>
      )}
      {hidden.canAppeal && isWriting && (
        <form className="stack" onSubmit={submit}>
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
          <div>
            <Button type="submit" look="main" busy={appealing.isPending}>
              {t('moderation.appeal-send')}
            </Button>
          </div>
        </form>
      )}
    </Notice>
  )
}
