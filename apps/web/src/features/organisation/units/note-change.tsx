import type { UnitChanges } from '@chorus/contracts/unit-changes'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { noteUnitChange } from '../api/unit-changes.ts'
import { type ChangeDraft, isComplete, kindOf } from './change-draft.ts'
import { ChangeFields } from './change-fields.tsx'

const kinds = ['merged', 'split', 'new-id', 'renamed'] as const

/** Says what became of units where no import did. */
export function NoteChange({
  units,
  onNoted,
  onCancel,
}: {
  units: UnitChanges['units']
  onNoted: () => Promise<void>
  onCancel: () => void
}) {
  const { t } = useTexts()
  const [draft, setDraft] = useState<ChangeDraft>({ kind: 'merged', from: [], to: [] })
  const [day, setDay] = useState('')
  const [formerName, setFormerName] = useState('')
  const [asked, setAsked] = useState(false)
  const noting = useMutation({ mutationFn: noteUnitChange, onSuccess: onNoted })
  const isRenamed = draft.kind === 'renamed'
  const isReady = isComplete(draft) && day !== '' && (!isRenamed || formerName.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const kind = kindOf(draft)
    if (!isReady || kind === 'closed') return
    const { from } = draft
    noting.mutate({
      day,
      kind,
      from: [...from],
      to: [...(isRenamed ? from : draft.to)],
      formerName: isRenamed ? formerName : null,
    })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ChangeFields kinds={kinds} draft={draft} before={units} after={units} onChange={setDraft} />
      {isRenamed && (
        <Field
          label={t('units.former-name')}
          maxLength={500}
          value={formerName}
          onChange={({ target }) => setFormerName(target.value)}
        />
      )}
      <Field label={t('units.day')} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      {asked && !isReady && (
        <p className="field-problem" role="alert">
          {t('units.missing')}
        </p>
      )}
      <div className="import-buttons">
        <Button type="submit" look="main" busy={noting.isPending}>
          {t('units.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('units.cancel')}
        </Button>
      </div>
      {noting.error && <ProblemNotice error={noting.error} />}
    </form>
  )
}
