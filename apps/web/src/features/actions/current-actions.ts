import type { Action, ActionState } from '@chorus/contracts/actions'

/** What was done comes first: it is what came of answering. What was let go is told in the report. */
export const told: readonly ActionState[] = ['done', 'under way', 'planned']

/**
 * What came of the last pulse, and what is still open; the unit's own before that of the units above it. What was done before the last
 * pulse was told after the one before.
 * @param here the unit that is asked about
 * @param since the day on which the newest published wave closed; undefined: everything
 */
export function currentActions(
  actions: readonly Action[],
  here: string,
  since: string | undefined,
): Action[] {
  const place = ({ unit, state }: Action) => (unit.id === here ? 0 : told.length) + told.indexOf(state)
  return actions
    .filter(({ state, changed }) => told.includes(state) && !(state === 'done' && since && changed < since))
    .sort((a, b) => place(a) - place(b))
}
