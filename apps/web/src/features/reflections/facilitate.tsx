import type { Reflection } from '@chorus/contracts/reflections'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { MentionField } from '../../ui/mention-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { open, summarise } from './api/change-reflection.ts'
import { useSessionChange } from './use-session-change.ts'

/** What the next step is for whoever leads through a session: to open it, to sum it up, to correct the summary. */
export function Facilitate({ session }: { session: Reflection }) {
  const { t } = useTexts()
  const { id, state, summary } = session
  const [writing, setWriting] = useState(state === 'open')
  const opening = useSessionChange(id)
  const saving = useSessionChange(id, () => setWriting(false))
  if (state === 'quiet')
    return (
      <Card labelledBy="session-open">
        <h2 id="session-open">{t('reflections.open')}</h2>
        <p className="measure">{t('reflections.open-words')}</p>
        {opening.error && <ProblemNotice error={opening.error} />}
        <div>
          <Button look="main" busy={opening.isPending} onClick={() => opening.mutate(() => open(id))}>
            {t('reflections.open')}
          </Button>
        </div>
      </Card>
    )
  if (!writing)
    return (
      <div>
        <Button look="quiet" onClick={() => setWriting(true)}>
          {t('reflections.correct')}
        </Button>
      </div>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const words = { heard: given('heard'), doing: given('doing') }
    if (words.heard && !saving.isPending) saving.mutate(() => summarise(id, words))
  }
  return (
    <Card labelledBy="session-summary">
      <h2 id="session-summary">{t(summary ? 'reflections.correct' : 'reflections.summarise')}</h2>
      <p className="measure">{t('reflections.summarise-words')}</p>
      <form className="stack" onSubmit={submit}>
        <MentionField
          label={t('reflections.heard')}
          name="heard"
          rows={4}
          dir="auto"
          required
          maxLength={4000}
          defaultValue={summary?.heard ?? ''}
        />
        <MentionField
          label={t('reflections.doing')}
          name="doing"
          rows={4}
          dir="auto"
          maxLength={4000}
          defaultValue={summary?.doing ?? ''}
        />
        {saving.error && <ProblemNotice error={saving.error} />}
        <div>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t(summary ? 'community.save' : 'reflections.close')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
