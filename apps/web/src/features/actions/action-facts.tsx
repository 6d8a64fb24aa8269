import type { Action } from '@chorus/contracts/actions'
import { Link } from '@tanstack/react-router'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { CauseLine } from './cause-line.tsx'
import { StateChip } from './state-chip.tsx'

type Props = {
  action: Action
  /** Where it stands below what it answers. */
  withoutCause?: boolean
}

/** An action in a few lines: how far it is, what it answers, who takes care of it and by when. */
export function ActionFacts({ action, withoutCause = false }: Props) {
  return (
    <>
      <p className="action-title">
        <StateChip state={action.state} />{' '}
        <Link to="/actions/$action" params={{ action: action.id }}>
          <strong dir="auto">{action.title}</strong>
        </Link>
      </p>
      {!withoutCause && <CauseLine action={action} />}
      <OwnerAndDay action={action} />
    </>
  )
}

/** Who takes care of it, and by when. Late is said kindly. */
export function OwnerAndDay({ action: { state, owner, due, overdue } }: { action: Action }) {
  const { t, locale } = useTexts()
  const isOpen = state === 'planned' || state === 'under way'
  return (
    <>
      <p className="small soft">
        {t('actions.owner', { name: owner.name })}
        {isOpen && !overdue && ` · ${t('actions.due', { day: showDay(due, locale) })}`}
      </p>
      {overdue && <p className="small action-late">{t('actions.overdue', { day: showDay(due, locale) })}</p>}
    </>
  )
}
