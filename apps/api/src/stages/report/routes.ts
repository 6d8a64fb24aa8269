import { present } from '@chorus/basics/assert'
import { programmeId, unitId } from '@chorus/contracts/ids'
import {
  organisationReport as organisationReportShape,
  reportableUnits as reportableUnitsShape,
  unitReport as unitReportShape,
} from '@chorus/contracts/report'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listCells, listReleases } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { commentRoutes } from './comment-routes.ts'
import { summaryCsvOf } from './export-summary.ts'
import { leafTeamsReader } from './leaf-teams.ts'
import { organisationReport } from './organisation-report.ts'
import { newestProgramme, visibleTo } from './readable-waves.ts'
import { mapScales } from './unit-map.ts'
import { unitReport } from './unit-report.ts'

/** Report: people read releases, and nothing else. */
export function reportRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database
  commentRoutes(app, parts)
  const leafTeamsOf = leafTeamsReader(reporter)

  app.get(
    '/api/reports/units',
    {
      config: { permission: ['manager', 'hr'] },
      schema: { summary: 'Units whose results I may open', response: { 200: reportableUnitsShape } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const headers = await newestProgramme(reporter, reader)
      return reportableUnitsShape.parse({ units: visibleTo(reader, headers) })
    },
  )

  app.get(
    '/api/reports/units/:unit',
    {
      config: { permission: ['manager', 'hr'] },
      schema: {
        summary: 'The trend of every core scale for a unit and its children',
        params: z.object({ unit: unitId }),
        response: { 200: unitReportShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const headers = await newestProgramme(reporter, reader)
      const visible = visibleTo(reader, headers)
      const unit = visible.find((one) => one.id === request.params.unit)
      if (!unit) throw new ProblemError('unknown-unit')
      const children = visible.filter((one) => one.parent === unit.id).map((one) => one.id)
      const cells = await listCells(reporter, reader.organisation, [unit.id, ...children])
      const byPlace = new Map(
        cells
          .filter(({ cell }) => Object.keys(cell.cut).length === 0)
          .map(({ wave, cell }) => [JSON.stringify([wave, cell.unit]), cell]),
      )
      const withBoth = headers.findLast((header) => mapScales(header) !== null)
      const report = unitReport(
        unit.id,
        headers,
        visible,
        (wave, id) => byPlace.get(JSON.stringify([wave, id])),
        {
          newest: await leafTeamsOf(present(headers.at(-1), 'the newest release')),
          ofMap: withBoth ? await leafTeamsOf(withBoth) : null,
        },
      )
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'report read',
        subject: unit.name,
      })
      return unitReportShape.parse(report)
    },
  )

  app.get(
    '/api/reports/organisation',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'How well the scales measure in the whole organisation, and what goes along with engagement',
        response: { 200: organisationReportShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const newest = present((await newestProgramme(reporter, reader)).at(-1), 'the newest release')
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'report read',
        subject: `the whole organisation, ${newest.label}`,
      })
      return organisationReportShape.parse(organisationReport(newest))
    },
  )

  app.get(
    '/api/reports/summary.csv',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'All published figures of a programme as CSV',
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
        action: 'summary exported',
        subject: `${headers.length} waves`,
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="summary.csv"')
        .send(summaryCsvOf(reporter, headers))
    },
  )
}
