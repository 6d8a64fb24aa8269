import type { Action } from '@chorus/contracts/actions'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ActionFacts } from './action-facts.tsx'
import { unitActionsQuery } from './api/unit-actions.ts'
import { currentActions, told } from './current-actions.ts'
import { stateWords } from './state-chip.tsx'
import './actions.css'

/** More than these stand in the report. */
const shownAtMost = 5

/**
 * What came of the last pulse in a unit, on the start page: what changed since, and what is still open.
 * @param since the day on which the newest published wave closed; undefined: everything that is there
 */
export function ActionsBrief({ unit, since }: { unit: string; since: string | undefined }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(unitActionsQuery(unit))}>
      {({ unit: here, actions, mayWrite }) => {
        const current = currentActions(actions, here.id, since)
        return (
          <section className="stack actions-brief">
            <h3>{t(since === undefined ? 'actions.title' : 'actions.since')}</h3>
            {current.length === 0 ? (
              <p className="measure">{t(mayWrite ? 'actions.none-manager' : 'actions.none-employee')}</p>
            ) : (
              <>
                <Counts actions={current} />
                <ul className="actions">
                  {current.slice(0, shownAtMost).map((action) => (
                    <li key={action.id} className="action">
                      {action.unit.id !== here.id && <p className="small soft">{action.unit.name}</p>}
                      <ActionFacts action={action} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )
      }}
    </Loaded>
  )
}

function Counts({ actions }: { actions: readonly Action[] }) {
  const { t } = useTexts()
  const counts = told
    .map((state) => ({ state, count: actions.filter((action) => action.state === state).length }))
    .filter(({ count }) => count > 0)
  return (
    <p className="actions-counts">
      {counts
        .map(({ state, count }) => t('actions.count', { state: t(stateWords[state]), count }))
        .join(' · ')}
    </p>
  )
}
