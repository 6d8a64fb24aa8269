import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { unitActionsQuery } from './api/unit-actions.ts'
import type { ActionDraft } from './cause-choice.ts'
import { EditAction } from './edit-action.tsx'

type Props = {
  unit: string
  /** What the question was, for those who do not see which one the button belongs to. */
  question: string
  draft: Omit<ActionDraft, 'due'>
}

/** In a talk about a question: one click to the dialog of an action, filled in as far as the question says. Nothing for those who may not write. */
export function AddFromTalk({ unit, question, draft }: Props) {
  const { t } = useTexts()
  const [step, setStep] = useState<'talk' | 'writing' | 'noted'>('talk')
  const actions = useQuery(unitActionsQuery(unit)).data
  if (!actions?.mayWrite) return null
  const answers = draft.cause?.kind === 'scale' ? [draft.cause] : []
  return (
    <div className="row">
      <Button aria-label={`${t('guide.action')}: ${question}`} onClick={() => setStep('writing')}>
        {t('guide.action')}
      </Button>
      <span className="small" role="status">
        {step === 'noted' && t('guide.action-noted')}
      </span>
      {step === 'writing' && (
        <EditAction
          unit={actions.unit.id}
          answers={answers}
          draft={{ ...draft, due: inFourWeeks() }}
          onSaved={() => setStep('noted')}
          onClose={() => setStep('talk')}
        />
      )}
    </div>
  )
}

/** Soon enough to be remembered, late enough to be tried. */
function inFourWeeks(): string {
  const day = new Date()
  day.setDate(day.getDate() + 28)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
