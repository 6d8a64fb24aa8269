import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { ReminderChoice } from './reminder-choice.tsx'

/** The same choice among what is stored of whoever is signed in. */
export function MyReminders() {
  const { t } = useTexts()
  return (
    <Card labelledBy="my-reminders">
      <h2 id="my-reminders">{t('reminders.title')}</h2>
      <p className="measure">{t('reminders.lead')}</p>
      <ReminderChoice whose="mine" />
    </Card>
  )
}
