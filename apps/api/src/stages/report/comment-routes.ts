import { present } from '@chorus/basics/assert'
import { unitId, waveId } from '@chorus/contracts/ids'
import { unitComments as unitCommentsShape } from '@chorus/contracts/report'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listComments } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { readerOf, readersByRole } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { actorReading, newestProgramme, readableUnits } from './readable-waves.ts'
import { unitComments, unitsBelow } from './unit-comments.ts'

/** Released comments of a unit, as they stand on its page. */
export function commentRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database

  app.get(
    '/api/reports/units/:unit/comments',
    {
      config: { permission: readersByRole, personalToken: true },
      schema: {
        summary: 'What people of a unit wrote in one wave, the newest unless said otherwise',
        params: z.object({ unit: unitId }),
        querystring: z.object({ wave: waveId.optional() }),
        response: { 200: unitCommentsShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const headers = await newestProgramme(reporter, reader)
      const newest = present(headers.at(-1), 'the newest release')
      const { byRole } = await readableUnits(office, reader, newest)
      const unit = byRole.find((one) => one.id === request.params.unit)
      if (!unit) throw new ProblemError('unknown-unit')
      const { wave = headers.at(-1)?.wave } = request.query
      const header = headers.find((one) => one.wave === wave)
      if (!header) throw new ProblemError('unknown-wave')
      const comments = await listComments(reporter, header, unitsBelow(unit.id, header.units))
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: actorReading(reader, newest, [unit]),
        action: 'comments read',
        subject: unit.name,
      })
      return unitCommentsShape.parse(unitComments(unit, header, comments))
    },
  )
}
