import type { Action, ActionState } from '@chorus/contracts/actions'
import type { ActionRow } from '@chorus/db/stores/actions'

/** @param today ISO day, UTC @param may what the reader may do with it */
export function describeAction(row: ActionRow, today: string, may: Action['may']) {
  return {
    id: row.id,
    unit: { id: row.unit, name: row.unitName },
    title: row.title,
    cause: row.cause,
    owner: { person: row.owner, name: row.ownerName },
    due: row.due,
    state: row.state,
    overdue: isOpen(row) && row.due < today,
    may,
    notes: row.notes,
    changed: row.changed,
  } satisfies Record<keyof Action, unknown>
}

/** What is under way first, then what is planned, done, and let go; in each the earliest day first. */
export function inOrder(rows: readonly ActionRow[]): ActionRow[] {
  return [...rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

const order: readonly ActionState[] = ['under way', 'planned', 'done', 'let go']

export function isOpen({ state }: Pick<ActionRow, 'state'>): boolean {
  return state === 'planned' || state === 'under way'
}
