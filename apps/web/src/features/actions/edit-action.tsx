import type { Action, AddActionSent } from '@chorus/contracts/actions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { actionsKey, addAction, changeAction } from './api/unit-actions.ts'
import { type ActionDraft, type AnsweredResult, causeOf, resultsToChoose } from './cause-choice.ts'
import { CauseFields } from './cause-fields.tsx'
import { OwnerFields } from './owner-fields.tsx'

type Missing = { readonly title: boolean; readonly owner: boolean; readonly due: boolean }
type Props = {
  unit: string
  answers: readonly AnsweredResult[]
  /** Left out for a new one. */
  action?: Action
  /** What a new one begins with. */
  draft?: ActionDraft
  /** Beside `onClose`, after it was saved. */
  onSaved?: () => void
  onClose: () => void
}

/** What is done, what it answers, by whom and by when. */
export function EditAction({ unit, answers, action, draft, onSaved, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<Missing>({ title: false, owner: false, due: false })
  const begun = action ?? draft
  // What came out of a review stays tied to it.
  const fromReview = begun?.cause?.kind === 'review'
  const results = resultsToChoose(answers, begun?.cause)
  const saving = useMutation({
    mutationFn: ({ unit, cause, ...fields }: AddActionSent) =>
      action
        ? changeAction(action.id, fromReview ? fields : { cause, ...fields })
        : addAction({ unit, cause, ...fields }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: actionsKey })
      onClose()
      onSaved?.()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const [title, person, words, due] = ['title', 'owner', 'owner-words', 'due'].map(given)
    const owner = person
      ? { kind: 'person' as const, person }
      : words
        ? { kind: 'words' as const, text: words }
        : null
    setMissing({ title: !title, owner: !owner, due: !due })
    if (title && owner && due)
      saving.mutate({
        unit,
        title,
        cause: causeOf(results, given('cause'), given('cause-words'), begun?.cause),
        owner,
        due,
      })
  }
  const fillIn = (isMissing: boolean) => (isMissing ? t('actions.form.missing') : undefined)
  return (
    <Dialog title={t(action ? 'actions.change' : 'actions.add')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('actions.form.title')}
          hint={t('actions.form.title-hint')}
          name="title"
          maxLength={200}
          autoComplete="off"
          defaultValue={begun?.title}
          problem={fillIn(missing.title)}
        />
        {!fromReview && <CauseFields results={results} cause={begun?.cause} />}
        <OwnerFields unit={unit} owner={action?.owner} problem={fillIn(missing.owner)} />
        <Field
          label={t('actions.form.due')}
          name="due"
          type="date"
          defaultValue={begun?.due}
          problem={fillIn(missing.due)}
        />
        {saving.error && <ProblemNotice error={saving.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t(saving.isPending ? 'shared.working' : 'actions.form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
