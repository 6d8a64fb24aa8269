import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { MyQuietHours } from './my-quiet-hours.tsx'
import { ReminderChoice } from './reminder-choice.tsx'

/** The same choices among what is stored of whoever is signed in, and when mails come. */
export function MyReminders() {
  const { t } = useTexts()
  return (
    <>
      <Card labelledBy="my-reminders">
        <h2 id="my-reminders">{t('reminders.title')}</h2>
        <p className="measure">{t('reminders.lead')}</p>
        <ReminderChoice whose={{ mine: 'reminders' }} />
      </Card>
      <Card labelledBy="my-results-mails">
        <h2 id="my-results-mails">{t('results-mails.title')}</h2>
        <p className="measure">{t('results-mails.lead')}</p>
        <ReminderChoice whose={{ mine: 'results' }} />
      </Card>
      <Card labelledBy="my-actions-mails">
        <h2 id="my-actions-mails">{t('actions-mails.title')}</h2>
        <p className="measure">{t('actions-mails.lead')}</p>
        <ReminderChoice whose={{ mine: 'actions' }} />
      </Card>
      <MyQuietHours />
    </>
  )
}
