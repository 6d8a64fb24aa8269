import type { Programme } from '@chorus/contracts/programme'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { setReminderRule } from './api/reminder-rule.ts'

/** Who gets reminders of the waves to come, and what it costs to remind only some. */
export function ReminderRule({ programme }: { programme: Programme }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const now = programme.policy.reminders ?? 'everybody'
  const [rule, setRule] = useState(now)
  const saving = useMutation({
    mutationFn: () => setReminderRule(programme.id, rule),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <Disclosure summary={t('reminder-rule.title')}>
      <Choice
        label={t('reminder-rule.title')}
        value={rule}
        onChange={(event) =>
          setRule(event.currentTarget.value === 'not-collected' ? 'not-collected' : 'everybody')
        }
        options={[
          ['everybody', t('reminder-rule.everybody')],
          ['not-collected', t('reminder-rule.not-collected')],
        ]}
      />
      <p className="measure">{t('reminder-rule.cost')}</p>
      {saving.error && <ProblemNotice error={saving.error} />}
      {saving.data && (
        <Notice tone="good">
          <p>{t(saving.data.state === 'proposed' ? 'rules.proposed' : 'rules.changed')}</p>
        </Notice>
      )}
      <div>
        <Button busy={saving.isPending} disabled={rule === now} onClick={() => saving.mutate()}>
          {t(saving.isPending ? 'shared.working' : 'reminder-rule.save')}
        </Button>
      </div>
    </Disclosure>
  )
}
