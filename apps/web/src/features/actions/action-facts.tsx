import type { Action } from '@chorus/contracts/actions'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { causeInWords } from './cause-in-words.ts'
import { StateChip } from './state-chip.tsx'

/** An action in a few lines: how far it is, what it answers, who takes care of it and by when. Late is said kindly. */
export function ActionFacts({ action }: { action: Action }) {
  const { t, locale } = useTexts()
  const { state, title, cause, owner, due, overdue } = action
  const isOpen = state === 'planned' || state === 'under way'
  const answered = causeInWords(cause, t, locale)
  return (
    <>
      <p className="action-title">
        <StateChip state={state} /> <strong dir="auto">{title}</strong>
      </p>
      {answered && <p className="small soft">{answered}</p>}
      <p className="small soft">
        {t('actions.owner', { name: owner.name })}
        {isOpen && !overdue && ` · ${t('actions.due', { day: showDay(due, locale) })}`}
      </p>
      {overdue && <p className="small action-late">{t('actions.overdue', { day: showDay(due, locale) })}</p>}
    </>
  )
}
