import type { OwnQuietHoursAnswer } from '@chorus/contracts/quiet-hours'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { QuietFields, readQuiet } from '../../ui/quiet-fields.tsx'
import { quietHoursQuery, setQuietHours } from './api/quiet-hours.ts'

/** When whoever is signed in gets no mails: as the organisation has it, or hours and zone of the own. */
export function MyQuietHours() {
  const { t } = useTexts()
  return (
    <Card labelledBy="my-quiet-hours">
      <h2 id="my-quiet-hours">{t('quiet.title')}</h2>
      <p className="measure">{t('quiet.lead')}</p>
      <Loaded query={useQuery(quietHoursQuery)}>{(answer) => <Form {...answer} />}</Loaded>
    </Card>
  )
}

function Form({ own, usual }: OwnQuietHoursAnswer) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [isOwn, setIsOwn] = useState(own.zone !== null || own.quiet !== null)
  const [fault, setFault] = useState<MessageId | null>(null)
  const saving = useMutation({
    mutationFn: setQuietHours,
    onSuccess: (saved) => client.setQueryData(quietHoursQuery.queryKey, { own: saved, usual }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = isOwn ? readQuiet(new FormData(event.currentTarget)) : { zone: null, quiet: null }
    setFault('fault' in chosen ? chosen.fault : null)
    if (!('fault' in chosen)) saving.mutate(chosen)
  }
  return (
    <form className="stack" onSubmit={submit} onChange={() => saving.reset()} noValidate>
      <Choice
        label={t('quiet.which')}
        value={isOwn ? 'own' : 'usual'}
        onChange={(event) => setIsOwn(event.currentTarget.value === 'own')}
        options={[
          ['usual', t('quiet.as-usual')],
          ['own', t('quiet.own')],
        ]}
      />
      {isOwn && <QuietFields zone={own.zone ?? usual.zone} quiet={own.quiet ?? usual.quiet} />}
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
      <div>
        <Button type="submit" busy={saving.isPending}>
          {t(saving.isPending ? 'shared.working' : 'quiet.save')}
        </Button>
      </div>
    </form>
  )
}
