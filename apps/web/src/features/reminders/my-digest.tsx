import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { ReminderChoice } from './reminder-choice.tsx'

/** The weekly mail of the learning loop, for whoever wants it. */
export function MyDigest() {
  const { t } = useTexts()
  return (
    <Card labelledBy="my-digest">
      <h2 id="my-digest">{t('digest-mails.title')}</h2>
      <p className="measure">{t('digest-mails.lead')}</p>
      <ReminderChoice whose={{ mine: 'digest' }} />
    </Card>
  )
}
