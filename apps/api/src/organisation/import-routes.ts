import { importAnswer } from '@chorus/contracts/organisation'
import {
  confirmRequest,
  importPreview,
  importState,
  previewRequest,
  uploadedImport,
} from '@chorus/contracts/organisation-import'
import { importProgress } from '@chorus/contracts/unit-changes'
import type { Office } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { undoableUntil, undoImport } from '@chorus/db/stores/organisation-before'
import { applyImport, type ImportCounts } from '@chorus/db/stores/organisation-import'
import {
  dropPendingImport,
  findPendingImport,
  keepColumns,
  keepUpload,
} from '@chorus/db/stores/pending-imports'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { forgetWhatIsDue } from './forget-what-is-due.ts'
import { importPages } from './import-pages.ts'
import { importedSubject } from './imported-subject.ts'
import { readUpload } from './read-upload.ts'
import { RunningImports } from './running-imports.ts'
import { checkedUnitChange } from './unit-change-rules.ts'
import { describeUpload, WaitingImports } from './waiting-import.ts'

const hour = 3_600_000
/** A preview that nobody confirms holds names and addresses. */
const uploadLasts = 24 * hour
export const undoLasts = 7 * 24 * hour

/** Upload -> what the columns mean -> preview -> confirm, and undo. Nothing changes before the confirmation. */
export function importRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const waiting = new WaitingImports(parts)
  const running = new RunningImports()
  const params = z.object({ import: z.uuid() })
  importPages(app, waiting)

  app.get(
    '/api/organisation/import',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The files that wait to be confirmed, and whether the last import can be undone',
        response: { 200: importState },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const pending = await findPendingImport(office, organisation, parts.now())
      const until = await undoableUntil(office, organisation, parts.now())
      return {
        pending: pending && (await describeUpload(office, pending)),
        undo: until && { until: until.toISOString() },
      }
    },
  )

  app.post(
    '/api/organisation/import',
    {
      config: { permission: ['hr'] },
      schema: {
        summary:
          'Upload CSV files of people and, where there are any, units (multipart: people, units). Changes nothing',
        consumes: ['multipart/form-data'],
        response: { 200: uploadedImport },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const files = await readUpload(request)
      await forgetWhatIsDue(office, organisation, parts.now())
      const eraseAt = new Date(parts.now().getTime() + uploadLasts)
      const id = await keepUpload(office, organisation, files, eraseAt)
      const upload = { organisation, id, eraseAt, ...files, columns: null }
      return describeUpload(office, upload).catch(async (error) => {
        await dropPendingImport(office, upload)
        throw error
      })
    },
  )

  app.post(
    '/api/organisation/import/:import/preview',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'What importing the uploaded files would change, once the columns are said',
        params,
        body: previewRequest,
        response: { 200: importPreview },
      },
    },
    async (request, reply) => {
      const upload = await waiting.files(request, request.params.import)
      const { columns } = await describeUpload(office, upload)
      const meanings = request.body.columns
      if (meanings.length !== columns.length)
        throw new ProblemError('malformed-request', `The file has ${columns.length} columns.`)
      await keepColumns(
        office,
        upload,
        columns.map(({ header }, at) => ({ header, meaning: meanings[at] ?? 'ignore' })),
      )
      waiting.forget(upload)
      const { preview } = await running.during(upload.organisation, reply, (onProgress) =>
        waiting.plan(request, { ...upload, columns: meanings }, onProgress),
      )
      return preview
    },
  )

  app.post(
    '/api/organisation/import/:import/confirm',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Make the organisation what the preview says',
        params,
        body: confirmRequest,
        response: { 200: importAnswer },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { fingerprint, number, history } = request.body
      const upload = await waiting.find(request, request.params.import)
      const applied = await running.during(organisation, reply, async (onProgress) => {
        const plan = await waiting.plan(request, upload, onProgress)
        const { before, wanted, preview } = plan
        if (preview.fingerprint !== fingerprint) throw new ProblemError('organisation-changed')
        if (preview.stop && preview.stop.number !== number) throw new ProblemError('import-asks')
        const units = { before: byId(before), after: byId(wanted.units) }
        const changes = history.map(({ kind, from, to }) => {
          const ids = { kind, from: from.map(({ id }) => id), to: to.map(({ id }) => id) }
          return valueOrProblem(checkedUnitChange(ids, units.before, units.after))
        })
        const undoUntil = new Date(parts.now().getTime() + undoLasts)
        const note = (tx: Pick<Office, 'insert'>, done: ImportCounts) =>
          recordEvent(tx, organisation, {
            at: parts.now(),
            actor: person.name,
            action: 'organisation imported',
            subject: importedSubject(done, plan),
          })
        const moment = { now: parts.now(), fingerprint, undoUntil, onProgress, note }
        return applyImport(office, organisation, { ...wanted, history: changes }, moment)
      })
      waiting.forget(upload)
      return valueOrProblem(applied)
    },
  )

  app.get(
    '/api/organisation/import/progress',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'How far the preview or import that runs now is',
        response: { 200: importProgress },
      },
    },
    async (request) => ({ now: running.of(signedInPerson(request).organisation) }),
  )

  app.delete(
    '/api/organisation/import/:import',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Throw the uploaded files away',
        params,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const upload = await waiting.find(request, request.params.import)
      await dropPendingImport(office, upload)
      waiting.forget(upload)
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/organisation/import/undo',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Make units, people and leads what they were before the last import',
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      valueOrProblem(
        await undoImport(office, organisation, parts.now(), (tx, { people }) =>
          recordEvent(tx, organisation, {
            at: parts.now(),
            actor: person.name,
            action: 'import undone',
            subject: `${people} people`,
          }),
        ),
      )
      return reply.code(204).send()
    },
  )
}

type NamedUnit = { readonly id: string; readonly name: string }

function byId<T extends NamedUnit>(units: readonly T[]): ReadonlyMap<string, T> {
  return new Map(units.map((unit) => [unit.id, unit]))
}
