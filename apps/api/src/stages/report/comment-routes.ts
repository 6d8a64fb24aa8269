import { present } from '@chorus/basics/assert'
import { programmeId, unitId, waveId } from '@chorus/contracts/ids'
import { unitComments as unitCommentsShape } from '@chorus/contracts/report'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listComments, listReleases } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { commentsCsv } from './comments-csv.ts'
import { newestProgramme, readableUnits } from './readable-waves.ts'
import { unitComments, unitsBelow } from './unit-comments.ts'

/** Released comments: those of a unit on its page, and all of a programme as CSV. */
export function commentRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database

  app.get(
    '/api/reports/units/:unit/comments',
    {
      config: { permission: ['manager', 'hr'] },
      schema: {
        summary: 'What people of a unit wrote in one wave, the newest unless said otherwise',
        params: z.object({ unit: unitId }),
        querystring: z.object({ wave: waveId.optional() }),
        response: { 200: unitCommentsShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const headers = await newestProgramme(reporter, reader)
      const { byRole } = await readableUnits(office, reader, present(headers.at(-1), 'the newest release'))
      const unit = byRole.find((one) => one.id === request.params.unit)
      if (!unit) throw new ProblemError('unknown-unit')
      const { wave = headers.at(-1)?.wave } = request.query
      const header = headers.find((one) => one.wave === wave)
      if (!header) throw new ProblemError('unknown-wave')
      const comments = await listComments(reporter, header, unitsBelow(unit.id, header.units))
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'comments read',
        subject: unit.name,
      })
      return unitCommentsShape.parse(unitComments(unit, header, comments))
    },
  )

  app.get(
    '/api/reports/comments.csv',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'All released comments of a programme as CSV',
        querystring: z.object({ programme: programmeId }),
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const headers = await listReleases(reporter, reader.organisation, request.query.programme)
      if (headers.length === 0) throw new ProblemError('no-release-yet')
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'comments exported',
        subject: `${headers.length} waves`,
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="comments.csv"')
        .send(commentsCsv(reporter, headers))
    },
  )
}
