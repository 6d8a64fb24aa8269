import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type NamedPerson, SeveralPeople } from '../../ui/several-people.tsx'
import { askForFeedback, useFeedbackChange } from './api/feedback.ts'

const mostAsked = 5

/** Up to five colleagues, each of whom is asked alone. */
export function AskForFeedback({ onSent }: { onSent: () => void }) {
  const { t } = useTexts()
  const [people, setPeople] = useState<NamedPerson[]>([])
  const [missing, setMissing] = useState(false)
  const asking = useFeedbackChange(onSent)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const question = String(new FormData(event.currentTarget).get('question') ?? '').trim()
    const isWhole = people.length > 0 && question !== ''
    setMissing(!isWhole)
    if (isWhole && !asking.isPending)
      asking.mutate(() => askForFeedback({ people: people.map(({ id }) => id), question }))
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <SeveralPeople
        label={t('feedback.whom', { count: mostAsked })}
        chosen={people}
        most={mostAsked}
        onChange={setPeople}
      />
      <LongField
        label={t('feedback.question')}
        hint={t('feedback.question-hint')}
        name="question"
        rows={3}
        dir="auto"
        maxLength={500}
        defaultValue={t('feedback.question-draft')}
      />
      {missing && (
        <Notice tone="problem">
          <p>{t('feedback.ask-missing')}</p>
        </Notice>
      )}
      {asking.error && <ProblemNotice error={asking.error} />}
      <div>
        <Button type="submit" look="main" busy={asking.isPending}>
          {t('feedback.ask-send')}
        </Button>
      </div>
    </form>
  )
}
