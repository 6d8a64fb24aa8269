import { Readable } from 'node:stream'
import { present } from '@chorus/basics/assert'
import { programmeId } from '@chorus/contracts/ids'
import type { Role } from '@chorus/contracts/session'
import type { AuditAction } from '@chorus/contracts/trust'
import type { Database, Reporter } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listReleases } from '@chorus/db/stores/releases'
import { z } from 'zod'
import { unitBreaks } from '../../access/unit-breaks.ts'
import { unitChangesOf } from '../../access/unit-past.ts'
import { actorOf, type Reader, readerOf, readersByRole, rolesOf } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { codebookCsv } from '../../summarize/codebook.ts'
import type { CsvDialect } from '../../summarize/csv-dialect.ts'
import type { RowSource } from '../../summarize/summary-columns.ts'
import { commentsCsv } from './comments-csv.ts'
import { exportHeaders } from './export-headers.ts'
import { describedReleases, type Extract, rowsOf, summaryCsvOf } from './export-summary.ts'
import { actorReading, newestProgramme, readableUnits } from './readable-waves.ts'
import { mostWorkbookRows, workbookOf } from './workbook.ts'

type Export = {
  readonly file: string
  readonly summary: string
  readonly permission: readonly Role[]
  readonly action: AuditAction
  readonly mediaType: string
  /** Which of the policy's thresholds is that of the smallest group in it. */
  readonly smallest: 'k' | 'commentK'
  readonly content: (reporter: Reporter, extract: Extract, dialect: CsvDialect) => Readable | Promise<Buffer>
}

const csv = 'text/csv; charset=utf-8'

/** Every file that is made from releases. HR gets all that was released, a manager what the pages of the own units show. */
const files: readonly Export[] = [
  {
    file: 'summary.csv',
    summary:
      'The published figures of a programme as CSV: all of them for HR, those of the own pages for a manager',
    permission: readersByRole,
    action: 'summary exported',
    mediaType: csv,
    smallest: 'k',
    content: summaryCsvOf,
  },
  {
    file: 'codebook.csv',
    summary: 'What the columns of summary.csv mean, and the thresholds and questions of each wave',
    permission: readersByRole,
    action: 'codebook exported',
    mediaType: csv,
    smallest: 'k',
    content: (_, { headers }, dialect) => Readable.from([codebookCsv(describedReleases(headers), dialect)]),
  },
  {
    file: 'report.xlsx',
    summary: 'The same figures as summary.csv as a workbook, with the codebook in it',
    permission: readersByRole,
    action: 'workbook exported',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    smallest: 'k',
    content: async (reporter, extract) => workbookOf(extract, await rowsOfWorkbook(reporter, extract)),
  },
  {
    file: 'comments.csv',
    summary: 'All released comments of a programme as CSV',
    permission: ['hr'],
    action: 'comments exported',
    mediaType: csv,
    smallest: 'commentK',
    content: (reporter, { headers }, dialect) => commentsCsv(reporter, headers, dialect),
  },
]

/** Downloads. All of them look the same from outside, and each is noted in the audit trail before its first byte. */
export function exportRoutes(app: App, parts: Parts): void {
  const { reporter, office } = parts.database
  for (const { file, summary, permission, action, mediaType, smallest, content } of files)
    app.get(
      `/api/reports/${file}`,
      {
        config: { permission, personalToken: true },
        schema: {
          summary,
          querystring: z.object({
            /** The programme that published last unless said otherwise. */
            programme: programmeId.optional(),
            /** `spreadsheet`: byte-order mark, semicolons, decimal commas. */
            format: z.enum(['plain', 'spreadsheet']).default('plain'),
          }),
          produces: [mediaType.replace(/;.*/, '')],
        },
      },
      async (request, reply) => {
        const reader = readerOf(request)
        const extract = await extractFor(parts.database, reader, request.query.programme)
        const newest = present(extract.headers.at(-1), 'the newest release')
        const sent = await content(reporter, extract, request.query.format)
        await recordEvent(office, reader.organisation, {
          at: parts.now(),
          actor: extract.visible ? actorReading(reader, newest, extract.visible) : actorOf(reader),
          action,
          subject: subjectOf(extract),
        })
        return reply
          .type(mediaType)
          .headers(exportHeaders({ file, newest, k: newest.policy[smallest] }))
          .send(sent)
      },
    )
}

/** @throws ProblemError no-release-yet; unknown-programme for a manager who asks for one that is on no page */
async function extractFor(
  { reporter, office }: Pick<Database, 'reporter' | 'office'>,
  reader: Reader,
  programme?: string,
): Promise<Extract> {
  const changes = await unitChangesOf(office, reader.organisation)
  const extractOf = (headers: Extract['headers'], visible: Extract['visible']) => ({
    headers,
    visible,
    breaks: unitBreaks(headers, changes),
  })
  if (rolesOf(reader).includes('hr')) {
    if (programme === undefined) return extractOf(await newestProgramme(reporter, reader), null)
    const headers = await listReleases(reporter, reader.organisation, programme)
    if (headers.length === 0) throw new ProblemError('no-release-yet')
    return extractOf(headers, null)
  }
  const headers = await newestProgramme(reporter, reader)
  if (programme !== undefined && programme !== headers[0]?.programme)
    throw new ProblemError('unknown-programme')
  const { byRole } = await readableUnits(office, reader, present(headers.at(-1), 'the newest release'))
  return extractOf(headers, byRole)
}

/** @throws ProblemError too-large-for-a-workbook */
async function rowsOfWorkbook(reporter: Reporter, extract: Extract): Promise<RowSource[]> {
  const rows: RowSource[] = []
  for await (const batch of rowsOf(reporter, extract)) {
    rows.push(...batch)
    if (rows.length > mostWorkbookRows) throw new ProblemError('too-large-for-a-workbook')
  }
  return rows
}

function subjectOf({ headers, visible }: Extract): string {
  const tops = visible?.filter(({ parent }) => parent === null).map(({ name }) => name)
  return [`${headers.length} waves`, ...(tops ?? [])].join(', ')
}
