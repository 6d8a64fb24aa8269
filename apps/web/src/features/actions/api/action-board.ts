import type { CauseKind } from '@chorus/contracts/action-causes'
import type { ActionBoard } from '@chorus/contracts/actions'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'
import { actionsKey } from './unit-actions.ts'

/** What of the board is shown; empty: not asked for. */
export type BoardChoice = {
  readonly unit: string
  readonly show: '' | 'mine' | 'late'
  readonly cause: CauseKind | ''
}

export const actionBoardQuery = ({ unit, show, cause }: BoardChoice) =>
  queryOptions({
    queryKey: [...actionsKey, 'board', unit, show, cause],
    queryFn: () => {
      const asked = new URLSearchParams()
      if (unit) asked.set('unit', unit)
      if (show === 'mine') asked.set('owner', 'me')
      if (show === 'late') asked.set('overdue', 'yes')
      if (cause) asked.set('cause', cause)
      return request<ActionBoard>('GET', `/api/actions/board?${asked}`)
    },
    // Choosing another part does not take the choices away.
    placeholderData: keepPreviousData,
  })
