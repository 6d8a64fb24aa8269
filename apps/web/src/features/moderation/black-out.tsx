import type { ModerationCase, RedactTarget } from '@chorus/contracts/commons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { blackOut, moderationQuery } from './api/moderation.ts'

/** Takes a name or a passage out of a text for good, on somebody's request. */
export function BlackOut({ one }: { one: ModerationCase }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const blacking = useMutation({
    mutationFn: (words: RedactTarget) => blackOut(one, words),
    onSuccess: (moderation) => client.setQueryData(moderationQuery.queryKey, moderation),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const wordsOf = (name: string) => String(given.get(name) ?? '').trim()
    const words = { passage: wordsOf('passage'), reason: wordsOf('reason') }
    if (!blacking.isPending) blacking.mutate(words, { onSuccess: () => form.reset() })
  }
  return (
    <Disclosure summary={t('moderation.black-out')}>
      <p className="measure">{t('moderation.black-out-words')}</p>
      <form className="stack" onSubmit={submit}>
        <LongField
          label={t('moderation.passage')}
          name="passage"
          rows={2}
          required
          minLength={2}
          maxLength={500}
          dir="auto"
        />
        <Field
          label={t('moderation.black-out-reason')}
          name="reason"
          required
          minLength={5}
          maxLength={300}
          dir="auto"
        />
        {blacking.error && <ProblemNotice error={blacking.error} />}
        <div>
          <Button type="submit" look="danger" busy={blacking.isPending}>
            {t('moderation.black-out-do')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
