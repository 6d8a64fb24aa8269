import { Readable } from 'node:stream'
import { present } from '@chorus/basics/assert'
import type { ChainedEvent } from '@chorus/contracts/trail-hash'
import { keepingScope } from '@chorus/db/organisation-scope'
import { headOfTrail, readTrail, recordEvent } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { noteScimWork } from '../scim/note-work.ts'
import { type CsvDialect, csvText, startOf } from '../summarize/csv-dialect.ts'

const columns = ['organisation', 'number', 'at', 'actor', 'action', 'subject', 'hash'] as const

/** The trail as a file, whole and oldest first. That it was exported is its last event, noted before the first byte. */
export function trailExportRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const files = {
    'audit-trail.jsonl': {
      summary: 'The audit trail as JSON Lines, which chorus audit --trail-file checks',
      mediaType: 'application/jsonl',
      content: jsonLines,
    },
    'audit-trail.csv': {
      summary: 'The audit trail as CSV, to be read in a spreadsheet',
      mediaType: 'text/csv; charset=utf-8',
      content: csv,
    },
  }
  for (const [file, { summary, mediaType, content }] of Object.entries(files))
    app.get(
      `/api/${file}`,
      {
        config: { permission: ['hr', 'auditor'] },
        schema: {
          summary,
          /** `spreadsheet`: byte-order mark and semicolons. */
          querystring: z.object({ format: z.enum(['plain', 'spreadsheet']).default('plain') }),
          produces: [mediaType.replace(/;.*/, '')],
        },
      },
      async (request, reply) => {
        const { organisation, person } = signedInPerson(request)
        await noteScimWork(office, organisation, parts.now())
        await recordEvent(office, organisation, {
          at: parts.now(),
          actor: person.name,
          action: 'trail exported',
          subject: file,
        })
        const { number } = present(await headOfTrail(office, organisation), 'the event that was just noted')
        const text = content(readTrail(office, organisation, number), request.query.format)
        const name = file.replace('.', `_${number}.`)
        return reply
          .type(mediaType)
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(Readable.from(keepingScope(text)))
      },
    )
}

async function* jsonLines(events: AsyncIterable<ChainedEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `${JSON.stringify(event, [...columns])}\n`
}

async function* csv(events: AsyncIterable<ChainedEvent>, dialect: CsvDialect): AsyncGenerator<string> {
  yield startOf(dialect) + csvText([columns], dialect)
  for await (const event of events) yield csvText([columns.map((column) => event[column])], dialect)
}
