import type { ErasingNow } from '@chorus/contracts/unit-changes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { erasingQuery, setErasing } from './api/erasing.ts'

/** After how many days the data of somebody who left go. */
export function ErasingCard() {
  const { t } = useTexts()
  return (
    <Card labelledBy="erasing">
      <h2 id="erasing">{t('erasing.title')}</h2>
      <p className="soft">{t('erasing.words')}</p>
      <Loaded query={useQuery(erasingQuery)}>{(now) => <Days now={now} />}</Loaded>
    </Card>
  )
}

function Days({ now }: { now: ErasingNow }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [typed, setTyped] = useState(String(now.days))
  const [asked, setAsked] = useState(false)
  const saving = useMutation({
    mutationFn: setErasing,
    onSuccess: (saved) => client.setQueryData(erasingQuery.queryKey, saved),
  })
  const isFine = /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 365
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isFine) saving.mutate({ days: Number(typed) })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('erasing.days')}
        hint={t('erasing.zero')}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        problem={asked && !isFine ? t('erasing.problem') : undefined}
      />
      {now.waiting > 0 && <p className="soft">{t('erasing.waiting', { count: now.waiting })}</p>}
      <div>
        <Button type="submit" busy={saving.isPending}>
          {t('erasing.save')}
        </Button>
      </div>
      {saving.isSuccess && (
        <Notice tone="good">
          <p>{t('erasing.saved')}</p>
        </Notice>
      )}
      {saving.error && <ProblemNotice error={saving.error} />}
    </form>
  )
}
