import type { Action, ActionState } from '@chorus/contracts/actions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { actionsKey, changeAction } from './api/unit-actions.ts'
import { stateWords } from './state-chip.tsx'

const states: readonly ActionState[] = ['planned', 'under way', 'done', 'let go']

/** How far an action is, and what happened, in a sentence. */
export function NoteProgress({
  action,
  onSaved,
  onClose,
}: {
  action: Action
  /** Beside `onClose`, after it was saved, with what is there now. */
  onSaved?: (now: Action) => void
  onClose: () => void
}) {
  const { t } = useTexts()
  const client = useQueryClient()
  const noting = useMutation({
    mutationFn: (change: Parameters<typeof changeAction>[1]) => changeAction(action.id, change),
    onSuccess: async (now) => {
      await client.invalidateQueries({ queryKey: actionsKey })
      onClose()
      onSaved?.(now)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const state = states.find((one) => one === given.get('state')) ?? action.state
    const note = String(given.get('note') ?? '').trim()
    if (state === action.state && !note) onClose()
    else noting.mutate({ state, ...(note && { note }) })
  }
  return (
    <Dialog title={t('actions.note')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p dir="auto">
          <strong>{action.title}</strong>
        </p>
        <Choice
          label={t('actions.form.state')}
          name="state"
          defaultValue={action.state}
          options={states.map((state) => [state, t(stateWords[state])] as const)}
        />
        <LongField
          label={t('actions.form.note')}
          hint={t('actions.form.note-hint')}
          name="note"
          rows={3}
          maxLength={1000}
        />
        {noting.error && <ProblemNotice error={noting.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={noting.isPending}>
            {t(noting.isPending ? 'shared.working' : 'actions.form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
