import type { OneExperiment } from '@chorus/contracts/experiments'
import { locales } from '@chorus/contracts/locale'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { MentionField } from '../../ui/mention-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { experimentsKey, tellLesson } from './api/experiments.ts'
import { outcomeInWords } from './outcome-in-words.ts'

type Props = { experiment: OneExperiment; unit: string; onClose: () => void }

/** What was learned, filled in as far as the experiment says: told with one press, or in better words. */
export function LessonDialog({ experiment, unit, onClose }: Props) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [isIncomplete, setIsIncomplete] = useState(false)
  const telling = useMutation({
    mutationFn: (lesson: Parameters<typeof tellLesson>[1]) => tellLesson(experiment.id, lesson),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: experimentsKey })
      await client.invalidateQueries({ queryKey: ['lessons'] })
      onClose()
    },
  })
  const { outcome } = experiment
  const worked = outcome?.status === 'told' && outcome.result === 'reached'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const [title, happened, learned] = ['title', 'happened', 'learned'].map(given)
    setIsIncomplete(!title || !happened || !learned)
    if (title && happened && learned)
      telling.mutate({
        kind: worked ? 'went well' : 'changed our mind',
        title,
        happened,
        learned,
        now: given('now'),
        tags: [],
        goal: '',
        language: locales.find((one) => one === locale) ?? 'en',
        unit,
        audience: form.get('audience') === 'organisation' ? 'organisation' : 'unit',
        leadersOwn: false,
      })
  }
  return (
    <Dialog title={t('experiments.learn')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('experiments.form.title')}
          name="title"
          maxLength={140}
          autoComplete="off"
          defaultValue={experiment.title}
        />
        <MentionField
          label={t('lessons.happened')}
          name="happened"
          rows={3}
          maxLength={4000}
          defaultValue={experiment.doing}
        />
        <MentionField
          label={t('lessons.learned')}
          name="learned"
          rows={3}
          maxLength={4000}
          defaultValue={outcome ? outcomeInWords(outcome, t) : ''}
        />
        <MentionField label={t('lessons.now')} name="now" rows={2} maxLength={4000} />
        <Choice
          label={t('experiments.for')}
          name="audience"
          options={[
            ['unit', t('experiments.for-unit')],
            ['organisation', t('experiments.for-all')],
          ]}
        />
        {isIncomplete && (
          <Notice tone="problem">
            <p>{t('experiments.form.missing')}</p>
          </Notice>
        )}
        {telling.error && <ProblemNotice error={telling.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={telling.isPending}>
            {t('experiments.learn-tell')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
