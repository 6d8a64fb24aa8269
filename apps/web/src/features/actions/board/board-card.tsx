import type { Action } from '@chorus/contracts/actions'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { ActionFacts } from '../action-facts.tsx'
import { ActionNotes } from '../action-notes.tsx'

/** An action on the board. It is moved through a dialog, with the keyboard as with the mouse. */
export function BoardCard({ action, onMove }: { action: Action; onMove: () => void }) {
  const { t } = useTexts()
  return (
    <li id={cardId(action)} className="action" tabIndex={-1}>
      <p className="small soft">{action.unit.name}</p>
      <ActionFacts action={action} />
      <ActionNotes notes={action.notes} />
      {action.may !== 'read' && (
        <div>
          <Button aria-label={`${t('board.move')}: ${action.title}`} onClick={onMove}>
            {t('board.move')}
          </Button>
        </div>
      )}
    </li>
  )
}

export function cardId({ id }: Pick<Action, 'id'>): string {
  return `action-${id}`
}
