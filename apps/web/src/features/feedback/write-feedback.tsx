import type { FeedbackWords } from '@chorus/contracts/feedback'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

type Written = Omit<FeedbackWords, 'question'>

/** The template: a situation, what was seen, its effect and a wish, each with an example of how to say it. */
export function WriteFeedback({
  busy,
  error,
  onSend,
}: {
  busy: boolean
  error: unknown
  onSend: (words: Written) => void
}) {
  const { t } = useTexts()
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: keyof Written) => String(form.get(name) ?? '').trim()
    const words = {
      situation: given('situation'),
      behaviour: given('behaviour'),
      effect: given('effect'),
      wish: given('wish'),
    }
    const isWhole = words.situation !== '' && words.behaviour !== '' && words.effect !== ''
    setMissing(!isWhole)
    if (isWhole && !busy) onSend(words)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="measure">{t('feedback.template')}</p>
      {(['situation', 'behaviour', 'effect', 'wish'] as const).map((part) => (
        <LongField
          key={part}
          label={t(`feedback.part.${part}`)}
          hint={t(`feedback.hint.${part}`)}
          name={part}
          rows={3}
          dir="auto"
          maxLength={1000}
        />
      ))}
      <p className="small soft measure">{t('feedback.source')}</p>
      {missing && (
        <Notice tone="problem">
          <p>{t('feedback.missing')}</p>
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <div>
        <Button type="submit" look="main" busy={busy}>
          {t('feedback.send')}
        </Button>
      </div>
    </form>
  )
}
