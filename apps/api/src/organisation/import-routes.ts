import { fold } from '@chorus/basics/folded-text'
import { importAnswer } from '@chorus/contracts/organisation'
import {
  confirmRequest,
  differences,
  differencesQuery,
  importPreview,
  importState,
  previewRequest,
  uploadedImport,
} from '@chorus/contracts/organisation-import'
import { importProgress, importUnits } from '@chorus/contracts/unit-changes'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { undoableUntil, undoImport } from '@chorus/db/stores/organisation-before'
import { applyImport } from '@chorus/db/stores/organisation-import'
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
import { readUpload } from './read-upload.ts'
import { RunningImports } from './running-imports.ts'
import { checkedUnitChange } from './unit-change-rules.ts'
import { describeUpload, WaitingImports } from './waiting-import.ts'

const hour = 3_600_000
/** A preview that nobody confirms holds names and addresses. */
const uploadLasts = 24 * hour
export const undoLasts = 7 * 24 * hour
const pageSize = 50

/** Upload -> what the columns mean -> preview -> confirm, and undo. Nothing changes before the confirmation. */
export function importRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const waiting = new WaitingImports(parts)
  const running = new RunningImports()
  const params = z.object({ import: z.uuid() })

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
        await dropPendingImport(office, organisation)
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
      const upload = await waiting.find(request, request.params.import)
      const { columns } = await describeUpload(office, upload)
      const meanings = request.body.columns
      if (meanings.length !== columns.length)
        throw new ProblemError('malformed-request', `The file has ${columns.length} columns.`)
      await keepColumns(
        office,
        upload,
        columns.map(({ header }, at) => ({ header, meaning: meanings[at] ?? 'ignore' })),
      )
      waiting.forget()
      const { preview } = await running.during(upload.organisation, reply, (onProgress) =>
        waiting.plan(request, { ...upload, columns: meanings }, onProgress),
      )
      return preview
    },
  )

  app.get(
    '/api/organisation/import/:import/differences',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'One page of the differences of a kind, searched by name, id and what changes',
        params,
        querystring: differencesQuery,
        response: { 200: differences },
      },
    },
    async (request) => {
      const upload = await waiting.find(request, request.params.import)
      const plan = await waiting.plan(request, upload)
      const { kind, search, page } = request.query
      const wanted = fold(search.trim())
      const all = plan.differences[kind]
      const found =
        wanted === ''
          ? all
          : all.filter(({ id, name, before, after }) =>
              fold(`${id} ${name} ${before ?? ''} ${after ?? ''}`).includes(wanted),
            )
      return {
        inAll: found.length,
        pageSize,
        rows: found.slice((page - 1) * pageSize, page * pageSize),
      }
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
        const { before, wanted, preview } = await waiting.plan(request, upload, onProgress)
        if (preview.fingerprint !== fingerprint) throw new ProblemError('organisation-changed')
        if (preview.stop && preview.stop.number !== number) throw new ProblemError('import-asks')
        const units = { before: byId(before), after: byId(wanted.units) }
        const changes = history.map(({ kind, from, to }) => {
          const ids = { kind, from: from.map(({ id }) => id), to: to.map(({ id }) => id) }
          return valueOrProblem(checkedUnitChange(ids, units.before, units.after))
        })
        const undoUntil = new Date(parts.now().getTime() + undoLasts)
        const moment = { now: parts.now(), fingerprint, undoUntil, onProgress }
        return applyImport(office, organisation, { ...wanted, history: changes }, moment)
      })
      waiting.forget()
      const done = valueOrProblem(applied)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'organisation imported',
        subject: `${done.units} units, ${done.people} people`,
      })
      return done
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

  app.get(
    '/api/organisation/import/:import/units',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The units before and after the import: what can be said to have become of one',
        params,
        response: { 200: importUnits },
      },
    },
    async (request) => {
      const upload = await waiting.find(request, request.params.import)
      const { before, wanted } = await waiting.plan(request, upload)
      return { before: before.map(named), after: wanted.units.map(named) }
    },
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
      const { organisation } = await waiting.find(request, request.params.import)
      await dropPendingImport(office, organisation)
      waiting.forget()
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
      const undone = valueOrProblem(await undoImport(office, organisation, parts.now()))
      waiting.forget()
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'import undone',
        subject: `${undone.people} people`,
      })
      return reply.code(204).send()
    },
  )
}

type NamedUnit = { readonly id: string; readonly name: string }

function byId<T extends NamedUnit>(units: readonly T[]): ReadonlyMap<string, T> {
  return new Map(units.map((unit) => [unit.id, unit]))
}

function named({ id, name }: NamedUnit): NamedUnit {
  return { id, name }
}
