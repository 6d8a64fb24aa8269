import { present } from '@chorus/basics/assert'
import { benchmark as benchmarkShape } from '@chorus/contracts/benchmark'
import { unitId } from '@chorus/contracts/ids'
import {
  myClimate as myClimateShape,
  organisationReport as organisationReportShape,
  reportableUnits as reportableUnitsShape,
  unitReport as unitReportShape,
} from '@chorus/contracts/report'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listCells, type ReleaseHeader } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { unitChangesOf } from '../../access/unit-past.ts'
import { actorOf, readerOf, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { acrossUnitsRoutes } from './across-units-routes.ts'
import { benchmarkOf } from './benchmark.ts'
import { commentRoutes } from './comment-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { organisationReport } from './organisation-report.ts'
import {
  actorReading,
  newestProgramme,
  ofNewestProgramme,
  readableUnits,
  readsNoResults,
} from './readable-waves.ts'
import { releasesReader } from './releases-reader.ts'
import { reportReader } from './report-reader.ts'

/** Report: people read releases, and nothing else. */
export function reportRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database
  commentRoutes(app, parts)
  acrossUnitsRoutes(app, parts)
  exportRoutes(app, parts)
  const readReport = reportReader(reporter)

  app.get(
    '/api/reports/units',
    {
      config: { permission: ['employee'], personalToken: true },
      schema: { summary: 'Units whose results I may open', response: { 200: reportableUnitsShape } },
    },
    async (request) => {
      const reader = readerOf(request)
      const newest = present((await newestProgramme(reporter, reader)).at(-1), 'the newest release')
      const { units } = await readableUnits(office, reader, newest)
      return reportableUnitsShape.parse({ units })
    },
  )

  app.get(
    '/api/reports/units/:unit',
    {
      config: { permission: ['employee'], personalToken: true },
      schema: {
        summary: 'The trend of every core scale for a unit, and for its children as far as I may open them',
        params: z.object({ unit: unitId }),
        response: { 200: unitReportShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const { unit } = request.params
      const headers = await newestProgramme(reporter, reader)
      const newest = present(headers.at(-1), 'the newest release')
      const { units, byRole } = await readableUnits(office, reader, newest)
      const changes = await unitChangesOf(office, reader.organisation)
      const report = await readReport(headers, units, unit, changes)
      if (!report) throw new ProblemError('unknown-unit')
      // Who looks at the own team's page is nobody's business: only what somebody reads by a role is noted, and all that a program reads.
      if (reader.token !== null || byRole.some((one) => one.id === unit))
        await recordEvent(office, reader.organisation, {
          at: parts.now(),
          actor: actorReading(
            reader,
            newest,
            byRole.filter((one) => one.id === unit),
          ),
          action: 'report read',
          subject: report.unit.name,
        })
      return unitReportShape.parse(report)
    },
  )

  app.get(
    '/api/reports/mine',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'In short: the climate of my own unit and of those I lead',
        response: { 200: myClimateShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      if (readsNoResults(reader)) return { own: null, led: [] }
      const headers = ofNewestProgramme(await releasesReader(reporter)(reader.organisation))
      const newest = headers.at(-1)
      if (!newest) return { own: null, led: [] }
      const { own, units } = await readableUnits(office, reader, newest)
      const changes = await unitChangesOf(office, reader.organisation)
      const reports = await Promise.all(
        [own, ...reader.leads.map(({ id }) => id).filter((id) => id !== own)].map((id) =>
          id === null ? null : readReport(headers, units, id, changes),
        ),
      )
      const [ofOwn, ...led] = reports
      return myClimateShape.parse({ own: ofOwn, led: led.filter((report) => report !== null) })
    },
  )

  app.get(
    '/api/reports/organisation',
    {
      config: { permission: ['hr'], personalToken: true },
      schema: {
        summary: 'How well the scales measure in the whole organisation, and what goes along with engagement',
        response: { 200: organisationReportShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const newest = present((await newestProgramme(reporter, reader)).at(-1), 'the newest release')
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: actorOf(reader),
        action: 'report read',
        subject: `the whole organisation, ${newest.label}`,
      })
      return organisationReportShape.parse(organisationReport(newest))
    },
  )

  app.get(
    '/api/reports/benchmark',
    {
      config: { permission: ['hr'], personalToken: true },
      schema: {
        summary:
          'Favourable shares of the whole organisation beside those of the UK Civil Service People Survey',
        response: { 200: benchmarkShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const headers = await newestProgramme(reporter, reader)
      const rootOf = ({ units }: ReleaseHeader) => units.find(({ parent }) => parent === null)?.id ?? ''
      const cells = await listCells(reporter, reader.organisation, [...new Set(headers.map(rootOf))])
      const whole = (header: ReleaseHeader) =>
        cells.find(
          ({ wave, cell }) =>
            wave === header.wave && cell.unit === rootOf(header) && Object.keys(cell.cut).length === 0,
        )?.cell
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: actorOf(reader),
        action: 'report read',
        subject: 'the whole organisation beside another survey',
      })
      return benchmarkShape.parse(benchmarkOf(headers, whole))
    },
  )
}
