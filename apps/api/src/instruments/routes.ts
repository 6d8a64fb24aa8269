import {
  type InstrumentDraft,
  instrumentAnswer,
  instrumentId,
  newInstrument,
  ownInstrumentName,
  ownInstruments,
  saveDraft,
} from '@chorus/contracts/instruments'
import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import {
  addInstrument,
  addNextVersion,
  dropInstrumentDraft,
  findInstrument,
  finishInstrument,
  type InstrumentRow,
  listInstruments,
  saveInstrumentDraft,
} from '@chorus/db/stores/instruments'
import { listProgrammes } from '@chorus/db/stores/programmes'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { mayBeAsked } from '@chorus/instruments/draft-faults'
import { draftOf, finishedInstrument } from '@chorus/instruments/instrument-draft'
import { textIn } from '@chorus/instruments/localise'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import { uploadedFiles } from '../http/uploaded-files.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { instrumentCsv } from './instrument-csv.ts'
import { readInstrumentFile } from './read-instrument-file.ts'

const params = z.object({ instrument: instrumentId })
const versionParams = params.extend({ version: z.coerce.number().int().min(1) })

/** HR writes questionnaires: drafts that can be left and gone on with, and versions that are never changed once they can be asked. */
export function instrumentRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/instruments',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Questionnaires: our own, and what Chorus brings',
        response: { 200: ownInstruments },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const programmes = await listProgrammes(office, organisation)
      const byId = new Map<string, InstrumentRow[]>()
      for (const row of await listInstruments(office, organisation))
        byId.set(row.id, [...(byId.get(row.id) ?? []), row])
      return ownInstruments.parse({
        instruments: [...byId].map(([id, versions]) => {
          const names = new Set(versions.map(ownInstrumentName))
          return {
            id,
            name: versions[0]?.content.name,
            versions,
            askedBy: programmes.filter(({ instrument }) => names.has(instrument.id)).map(({ name }) => name),
          }
        }),
        library: defaultInstrument,
      })
    },
  )

  app.post(
    '/api/instruments',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Begin a questionnaire, empty or with the scales that Chorus brings',
        body: newInstrument,
        response: { 201: instrumentAnswer },
      },
    },
    async (request, reply) => {
      const { name, language, from } = request.body
      const content: InstrumentDraft =
        from === 'library'
          ? { ...draftOf(defaultInstrument), name: { [language]: name } }
          : { name: { [language]: name }, languages: [language], scales: [] }
      const row = await addInstrument(office, signedInPerson(request).organisation, content)
      return reply.code(201).send(answer([row], row))
    },
  )

  app.post(
    '/api/instruments/file',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Begin a questionnaire from a file, JSON or CSV (multipart: instrument)',
        consumes: ['multipart/form-data'],
        response: { 201: instrumentAnswer },
      },
    },
    async (request, reply) => {
      const file = (await uploadedFiles(request, 1)).get('instrument')
      if (!file) throw new ProblemError('malformed-request', 'A file is needed, in the field "instrument".')
      const read = await readInstrumentFile(file)
      if (!read.ok) throw new ProblemError('files-have-faults', undefined, read.error)
      const row = await addInstrument(office, signedInPerson(request).organisation, read.value)
      await note(request, 'instrument imported', row)
      return reply.code(201).send(answer([row], row))
    },
  )

  app.get(
    '/api/instruments/:instrument/:version',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'One version of a questionnaire',
        params: versionParams,
        response: { 200: instrumentAnswer },
      },
    },
    async (request) => {
      const versions = await versionsOf(request, request.params.instrument)
      return answer(versions, versionIn(versions, request.params.version))
    },
  )

  app.get(
    '/api/instruments/:instrument/:version/file.:ending',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'One version as a file: JSON of a finished one, CSV of any',
        params: versionParams.extend({ ending: z.enum(['json', 'csv']) }),
        produces: ['application/json', 'text/csv'],
      },
    },
    async (request, reply) => {
      const { instrument, version, ending } = request.params
      const row = versionIn(await versionsOf(request, instrument), version)
      if (ending === 'json' && !mayBeAsked(row.content)) throw new ProblemError('draft-has-faults')
      await note(request, 'instrument exported', row)
      reply.header('content-disposition', `attachment; filename="instrument_${version}.${ending}"`)
      if (ending === 'csv') return reply.type('text/csv; charset=utf-8').send(instrumentCsv(row.content))
      return reply
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(finishedInstrument(row.content, ownInstrumentName(row)), null, 2))
    },
  )

  app.post(
    '/api/instruments/:instrument/draft',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Begin the next version, as the newest one stands',
        params,
        response: { 201: instrumentAnswer },
      },
    },
    async (request, reply) => {
      const before = await versionsOf(request, request.params.instrument)
      const [newest] = before
      if (newest?.state === 'final') await addNextVersion(office, newest, newest.content)
      const versions = await versionsOf(request, request.params.instrument)
      return reply.code(201).send(answer(versions, versionIn(versions, versions[0]?.version ?? 0)))
    },
  )

  app.put(
    '/api/instruments/:instrument/draft',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Save the draft',
        params,
        body: saveDraft,
        response: { 200: z.object({ revision: z.int() }) },
      },
    },
    async (request) => {
      const key = keyOf(request, request.params.instrument)
      return valueOrProblem(await saveInstrumentDraft(office, key, request.body))
    },
  )

  app.delete(
    '/api/instruments/:instrument/draft',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'Drop the draft; finished versions stay', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const [newest] = await versionsOf(request, request.params.instrument)
      if (!newest || !(await dropInstrumentDraft(office, newest))) throw new ProblemError('no-draft')
      await note(request, 'instrument draft dropped', newest)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/instruments/:instrument/final',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Finish the draft: from here on it can be asked and never be changed',
        params,
        body: saveDraft.pick({ revision: true }),
        response: { 200: instrumentAnswer },
      },
    },
    async (request) => {
      const { revision } = request.body
      const [draft] = await versionsOf(request, request.params.instrument)
      if (!draft || draft.state === 'final') throw new ProblemError('no-draft')
      if (!mayBeAsked(draft.content)) throw new ProblemError('draft-has-faults')
      const row = valueOrProblem(await finishInstrument(office, draft, revision))
      await note(request, 'instrument finished', row)
      return answer(await versionsOf(request, row.id), row)
    },
  )

  function keyOf(request: FastifyRequest, id: string) {
    return { organisation: signedInPerson(request).organisation, id }
  }

  async function versionsOf(request: FastifyRequest, id: string): Promise<InstrumentRow[]> {
    const versions = await findInstrument(office, keyOf(request, id))
    if (versions.length === 0) throw new ProblemError('unknown-instrument')
    return versions
  }

  async function note(request: FastifyRequest, action: AuditAction, row: InstrumentRow): Promise<void> {
    const { organisation, person } = signedInPerson(request)
    const name = textIn(definite(row.content.name), 'en')
    await recordEvent(office, organisation, {
      at: parts.now(),
      actor: person.name,
      action,
      subject: `${name || row.id}, ${row.version}`,
    })
  }
}

function versionIn(versions: readonly InstrumentRow[], version: number): InstrumentRow {
  const row = versions.find((one) => one.version === version)
  if (!row) throw new ProblemError('unknown-instrument')
  return row
}

/** @param versions of this questionnaire, newest first */
function answer(versions: readonly InstrumentRow[], row: InstrumentRow) {
  const before = versions.find(({ version }) => version === row.version - 1)
  return instrumentAnswer.parse({
    ...row,
    before: before ? { version: before.version, content: before.content } : null,
    versions,
  })
}

function definite(text: InstrumentDraft['name']): Record<string, string> {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined))
}
