import { action } from '@chorus/contracts/actions'
import { findAction } from '@chorus/db/stores/actions'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { readableSubject } from '../subjects.ts'
import { mayDo } from './action-rights.ts'
import { describeAction } from './describe-action.ts'

/** One action by itself: what its owner is told of, and what others talk about. */
export function oneActionRoute(app: App, { database: { office }, now }: Parts): void {
  app.get(
    '/api/actions/:action',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'One action',
        params: z.object({ action: z.uuid() }),
        response: { 200: action },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { id } = await readableSubject(office, reader, 'action', request.params.action)
      const row = await findAction(office, { organisation: reader.organisation, id })
      if (!row) throw new ProblemError('unknown-subject')
      const reach = await reachOf(office, reader)
      const today = now().toISOString().slice(0, 'yyyy-mm-dd'.length)
      return action.parse(describeAction(row, today, mayDo(reader, reach.keeps(row.unit), row.owner)))
    },
  )
}
