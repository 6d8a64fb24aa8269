import { actionBoard, boardQuery } from '@chorus/contracts/actions'
import type { Office } from '@chorus/db/database'
import { listActingUnits, listBoard } from '@chorus/db/stores/actions'
import { unitReach } from '@chorus/db/stores/unit-reach'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { type Reach, reachOf } from '../reach.ts'
import { mayDo } from './action-rights.ts'
import { describeAction } from './describe-action.ts'

/** More would not fit on a board that anybody looks over. */
const onOneBoard = 300

/** What is done in many units at once. */
export function boardRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/actions/board',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'What is done in all units that I read',
        querystring: boardQuery,
        response: { 200: actionBoard },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { unit, owner, overdue, cause } = request.query
      const reach = await reachOf(office, reader)
      const today = parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
      const units = unit === undefined ? reach.readUnits : await readableBelow(office, reader, reach, unit)
      const part = {
        units,
        owner: owner && reader.person.id,
        openBefore: overdue && today,
        cause,
      }
      const [rows, acting] = await Promise.all([
        listBoard(office, reader.organisation, part, onOneBoard + 1),
        listActingUnits(office, reader.organisation, reach.readUnits),
      ])
      const { id, name } = reader.unit
      return actionBoard.parse({
        actions: rows
          .slice(0, onOneBoard)
          .map((row) => describeAction(row, today, mayDo(reader, reach.keeps(row.unit), row.owner))),
        more: rows.length > onOneBoard,
        units: acting.some((one) => one.id === id) ? acting : [{ id, name }, ...acting],
      })
    },
  )
}

/** A unit and those below it, as far as the reader reads them. @throws ProblemError unknown-unit */
async function readableBelow(
  office: Office,
  reader: SignedIn,
  reach: Reach,
  unit: string,
): Promise<string[]> {
  if (!reach.reads(unit)) throw new ProblemError('unknown-unit')
  const { below } = await unitReach(office, reader.organisation, [], [unit])
  return [...below].filter((id) => reach.reads(id))
}
