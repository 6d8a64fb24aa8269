import type { ConcernSettings } from '@chorus/contracts/concerns'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { trustedPersonsQuery } from '../../lib/api/trusted-persons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { setConcernSettings } from './api/trusted-persons.ts'

/** How long an answer may take, and for how long closed concerns are kept. */
export function ConcernSettingsForm({ settings }: { settings: ConcernSettings }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const setting = useMutation({
    mutationFn: setConcernSettings,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: trustedPersonsQuery.queryKey })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setting.mutate({
      answerWithinDays: Number(given.get('answer')),
      eraseAfterDays: Number(given.get('erase')),
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={t('trusted.answer-within')}
        hint={t('trusted.answer-hint')}
        name="answer"
        type="number"
        min={1}
        max={60}
        required
        defaultValue={settings.answerWithinDays}
      />
      <Field
        label={t('trusted.erase-after')}
        name="erase"
        type="number"
        min={1}
        max={730}
        required
        defaultValue={settings.eraseAfterDays}
      />
      {setting.error && <ProblemNotice error={setting.error} />}
      {setting.data && (
        <Notice tone="good">
          <p>{t(setting.data.waits ? 'rules.proposed' : 'trusted.saved')}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" busy={setting.isPending}>
          {t('trusted.save')}
        </Button>
      </div>
    </form>
  )
}
