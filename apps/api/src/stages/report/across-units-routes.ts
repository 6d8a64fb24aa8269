import { present } from '@chorus/basics/assert'
import {
  heatmapOrder,
  heatmap as heatmapShape,
  organisationOverview as organisationOverviewShape,
  unitsMap as unitsMapShape,
} from '@chorus/contracts/report-across-units'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listCells, type ReleaseHeader } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { unitBreaks } from '../../access/unit-breaks.ts'
import { unitChangesOf } from '../../access/unit-past.ts'
import { type Reader, readerOf, readersByRole } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { heatmap } from './heatmap.ts'
import { judgedWave } from './judged-wave.ts'
import { organisationOverview } from './organisation-overview.ts'
import { actorReading, newestProgramme, readableUnits } from './readable-waves.ts'
import type { UnitInTree } from './reportable-units.ts'
import { mapScales } from './unit-map.ts'
import { unitsMap } from './units-map.ts'
import { waveCellsReader } from './wave-cells.ts'

/** Pages about many units at once. A manager's are about the units that the manager leads and those below, and nothing else. */
export function acrossUnitsRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database
  const read = waveCellsReader(reporter)

  const cellsOf = (header: ReleaseHeader, visible: readonly UnitInTree[], newest: ReleaseHeader) =>
    read(header, visible.length === newest.units.length ? 'all' : visible.map(({ id }) => id))

  const breaksIn = async (reader: Reader, headers: readonly ReleaseHeader[]) =>
    unitBreaks(headers, await unitChangesOf(office, reader.organisation))

  const noteReading = (
    reader: Reader,
    newest: ReleaseHeader,
    visible: readonly UnitInTree[],
    subject: string,
  ) =>
    recordEvent(office, reader.organisation, {
      at: parts.now(),
      actor: actorReading(reader, newest, visible),
      action: 'report read',
      subject,
    })

  app.get(
    '/api/reports/heatmap',
    {
      config: { permission: readersByRole, personalToken: true },
      schema: {
        summary: 'The scales of the newest wave in all units that I may open, a page of units at a time',
        querystring: z.object({
          order: heatmapOrder.default('name'),
          page: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: { 200: heatmapShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const headers = await newestProgramme(reporter, reader)
      const newest = present(headers.at(-1), 'the newest release')
      const { byRole: visible } = await readableUnits(office, reader, newest)
      const cells = await cellsOf(newest, visible, newest)
      const judged = judgedWave(
        newest,
        headers,
        await breaksIn(reader, headers),
        visible.map(({ id }) => id),
        cells,
      )
      await noteReading(reader, newest, visible, `heatmap, ${newest.label}`)
      return heatmapShape.parse(heatmap(newest, visible, judged, request.query))
    },
  )

  app.get(
    '/api/reports/map',
    {
      config: { permission: readersByRole, personalToken: true },
      schema: {
        summary: 'Safety beside standards in all units that I may open',
        response: { 200: unitsMapShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const headers = await newestProgramme(reporter, reader)
      const newest = present(headers.at(-1), 'the newest release')
      const withBoth = headers.findLast((header) => mapScales(header) !== null)
      const { byRole: visible } = await readableUnits(office, reader, newest)
      await noteReading(reader, newest, visible, `climate map, ${newest.label}`)
      const map = withBoth && unitsMap(withBoth, visible, await cellsOf(withBoth, visible, newest))
      return unitsMapShape.parse({ map: map ?? null })
    },
  )

  app.get(
    '/api/reports/overview',
    {
      config: { permission: ['hr'], personalToken: true },
      schema: {
        summary: 'The whole organisation over the waves, and where among its units something moved',
        response: { 200: organisationOverviewShape },
      },
    },
    async (request) => {
      const reader = readerOf(request)
      const headers = await newestProgramme(reporter, reader)
      const newest = present(headers.at(-1), 'the newest release')
      const { byRole: visible } = await readableUnits(office, reader, newest)
      const waves = []
      for (const header of headers) waves.push({ header, cells: await cellsOf(header, visible, newest) })
      const root = present(visible[0], 'the root of the units').id
      const split = await listCells(reporter, reader.organisation, [root])
      await noteReading(reader, newest, visible, `overview of the organisation, ${newest.label}`)
      return organisationOverviewShape.parse(
        organisationOverview(
          waves,
          visible,
          await breaksIn(reader, headers),
          split.flatMap(({ wave, cell }) => (wave === newest.wave ? [cell] : [])),
        ),
      )
    },
  )
}
