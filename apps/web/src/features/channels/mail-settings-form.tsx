import type { MailSettings } from '@chorus/contracts/quiet-hours'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { QuietFields, readQuiet } from '../../ui/quiet-fields.tsx'
import { Tick } from '../../ui/tick.tsx'
import { mailSettingsQuery, setMailSettings } from './api/mail-settings.ts'

/** What the server takes at most. */
const mostSpreadMinutes = 480

/** Quiet hours, zone and spread of the organisation's mails. Whoever may only look can change nothing. */
export function MailSettingsForm({ settings, mayChange }: { settings: MailSettings; mayChange: boolean }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [fault, setFault] = useState<MessageId | null>(null)
  const saving = useMutation({
    mutationFn: setMailSettings,
    onSuccess: (saved) => client.setQueryData(mailSettingsQuery.queryKey, saved),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const chosen = readQuiet(given)
    const text = String(given.get('spread') ?? '')
    const fits = /^\d{1,3}$/.test(text) && Number(text) <= mostSpreadMinutes
    setFault('fault' in chosen ? chosen.fault : fits ? null : 'channels.spread-wrong')
    if ('fault' in chosen || !fits) return
    saving.mutate({
      ...chosen,
      spreadMinutes: Number(text),
      results: given.get('results') !== null,
      actions: given.get('actions') !== null,
    })
  }
  return (
    <form className="stack" onSubmit={submit} onChange={() => saving.reset()} noValidate>
      {!mayChange && <p className="soft measure">{t('channels.hr-alone')}</p>}
      <fieldset className="channels-fields stack" disabled={!mayChange}>
        <legend className="visually-hidden">{t('channels.mails')}</legend>
        <QuietFields zone={settings.zone} quiet={settings.quiet} />
        <Field
          label={t('channels.spread')}
          hint={t('channels.spread-hint')}
          name="spread"
          inputMode="numeric"
          defaultValue={settings.spreadMinutes}
        />
        <Tick
          label={t('channels.tell-results')}
          hint={t('channels.tell-results-hint')}
          name="results"
          defaultChecked={settings.results}
        />
        <Tick
          label={t('channels.tell-actions')}
          hint={t('channels.tell-actions-hint')}
          name="actions"
          defaultChecked={settings.actions}
        />
        {fault && (
          <Notice tone="problem">
            <p>{t(fault)}</p>
          </Notice>
        )}
        {saving.error && <ProblemNotice error={saving.error} />}
        {saving.isSuccess && (
          <Notice tone="good">
            <p>{t('quiet.saved')}</p>
          </Notice>
        )}
        {mayChange && (
          <div>
            <Button type="submit" look="main" busy={saving.isPending}>
              {t(saving.isPending ? 'shared.working' : 'quiet.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}
