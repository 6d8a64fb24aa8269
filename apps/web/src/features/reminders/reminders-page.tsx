import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { remindersQuery } from './api/reminders.ts'
import { ReminderChoice } from './reminder-choice.tsx'

const titles = {
  reminders: 'reminders.title',
  results: 'results-mails.title',
  actions: 'actions-mails.title',
  digest: 'digest-mails.title',
} as const

/** Where the link at the end of a mail leads. Opening it changes nothing: mail programs open links to look at them. */
export function RemindersPage({ token }: { token: string }) {
  const { t } = useTexts()
  const topic = useQuery(remindersQuery({ token })).data?.topic ?? 'reminders'
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t(titles[topic])} />
        <p className="lead soft">{t('reminders.lead')}</p>
      </div>
      <Card as="div">
        <ReminderChoice whose={{ token }} />
      </Card>
    </div>
  )
}
