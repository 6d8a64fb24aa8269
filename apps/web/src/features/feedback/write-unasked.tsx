import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type NamedPerson, SeveralPeople } from '../../ui/several-people.tsx'
import { giveFeedback, useFeedbackChange } from './api/feedback.ts'
import { WriteFeedback } from './write-feedback.tsx'

/** To one colleague who did not ask. */
export function WriteUnasked({ onSent }: { onSent: () => void }) {
  const { t } = useTexts()
  const [people, setPeople] = useState<NamedPerson[]>([])
  const giving = useFeedbackChange(onSent)
  const [receiver] = people
  return (
    <div className="stack">
      <SeveralPeople label={t('feedback.receiver')} chosen={people} most={1} onChange={setPeople} />
      {receiver && (
        <WriteFeedback
          busy={giving.isPending}
          error={giving.error}
          onSend={(words) =>
            giving.mutate(() => giveFeedback({ to: { kind: 'person', receiver: receiver.id }, ...words }))
          }
        />
      )}
    </div>
  )
}
