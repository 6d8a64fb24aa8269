import type { ActionState } from '@chorus/contracts/actions'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

export const stateWords: Record<ActionState, MessageId> = {
  planned: 'actions.state.planned',
  'under way': 'actions.state.under-way',
  done: 'actions.state.done',
  'let go': 'actions.state.let-go',
}

const marks: Record<ActionState, string> = { planned: '○', 'under way': '◐', done: '✓', 'let go': '–' }

export function StateChip({ state }: { state: ActionState }) {
  const { t } = useTexts()
  return (
    <span className={`action-state action-${state.replace(' ', '-')}`}>
      <span aria-hidden="true">{marks[state]}</span> {t(stateWords[state])}
    </span>
  )
}
