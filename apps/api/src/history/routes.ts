import { type HistoryProgress, historyAnswer, historyProgress } from '@chorus/contracts/history'
import { programmeId } from '@chorus/contracts/ids'
import { listUnits } from '@chorus/db/stores/organisations'
import { findProgramme, type ProgrammeRow } from '@chorus/db/stores/programmes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import { uploadedFiles } from '../http/uploaded-files.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { describeHistory } from './describe-history.ts'
import { type PreparedHistory, prepareHistory } from './prepare-history.ts'
import type { HistoryFiles } from './read-history.ts'
import { writeHistory } from './write-history.ts'

const files = ['waves', 'units', 'responses', 'invited', 'stayed', 'instrument'] as const

/** History moves in: waves of another tool become releases. The files are held while they are read, and never stored. */
export function historyRoutes(app: App, parts: Parts): void {
  const { database } = parts
  /** By organisation and programme. Of this process alone: it is for whoever waits in front of a page, and nothing hangs on it. */
  const running = new Map<string, NonNullable<HistoryProgress['waves']>>()
  const schema = {
    consumes: ['multipart/form-data'],
    params: z.object({ programme: programmeId }),
    response: { 200: historyAnswer },
  }

  app.post(
    '/api/programmes/:programme/history/preview',
    {
      config: { permission: ['hr'] },
      schema: {
        ...schema,
        summary: `What importing earlier waves would release (multipart: ${files.join(', ')})`,
      },
    },
    async (request, reply) => {
      const programme = await programmeOf(request, request.params.programme)
      return describe(programme, await prepared(request, reply, programme))
    },
  )

  app.post(
    '/api/programmes/:programme/history',
    {
      config: { permission: ['hr'] },
      schema: { ...schema, summary: `Import earlier waves (multipart: ${files.join(', ')})` },
    },
    async (request, reply) => {
      const programme = await programmeOf(request, request.params.programme)
      const history = await prepared(request, reply, programme)
      const by = { actor: signedInPerson(request).person.name, at: parts.now() }
      valueOrProblem(await writeHistory(database, programme, history, by))
      return describe(programme, history)
    },
  )

  app.get(
    '/api/programmes/:programme/history/progress',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'How far the import that runs now is',
        params: schema.params,
        response: { 200: historyProgress },
      },
    },
    async (request) => {
      const programme = await programmeOf(request, request.params.programme)
      return { waves: running.get(runOf(programme)) ?? null }
    },
  )

  async function programmeOf(request: FastifyRequest, id: string): Promise<ProgrammeRow> {
    const row = await findProgramme(database.office, signedInPerson(request).organisation, id)
    if (!row) throw new ProblemError('unknown-programme')
    return row
  }

  async function prepared(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: ProgrammeRow,
  ): Promise<PreparedHistory> {
    const given = await historyFiles(request)
    const isStopped = () => reply.raw.destroyed
    const onWave = (done: number, of: number) => running.set(runOf(programme), { done, of })
    const history = await prepareHistory(database, programme, given, {
      now: parts.now(),
      onWave,
      isStopped,
    }).finally(() => running.delete(runOf(programme)))
    if (!history.ok && history.error.code === 'files-have-faults')
      throw new ProblemError('files-have-faults', undefined, history.error.faults)
    const value = valueOrProblem(history)
    if (isStopped()) throw new ProblemError('stopped')
    return value
  }

  async function describe(programme: ProgrammeRow, history: PreparedHistory) {
    return describeHistory(history, programme, await listUnits(database.office, programme.organisation))
  }
}

function runOf({ organisation, id }: ProgrammeRow): string {
  return `${organisation} ${id}`
}

async function historyFiles(request: FastifyRequest): Promise<HistoryFiles> {
  const given = await uploadedFiles(request, files.length)
  const fileIn = (field: (typeof files)[number]) => {
    const content = given.get(field)
    const name = `${field}.${field === 'instrument' ? 'json' : 'csv'}`
    return content && { name, open: () => [content] }
  }
  /** A form sends a field without a file as an empty one. */
  const optional = (field: (typeof files)[number]) => (given.get(field)?.length ? fileIn(field) : undefined)
  const [waves, units, responses] = [fileIn('waves'), fileIn('units'), fileIn('responses')]
  if (!waves || !units || !responses)
    throw new ProblemError(
      'malformed-request',
      'Three files are needed, in the fields "waves", "units" and "responses".',
    )
  return {
    waves,
    units,
    responses,
    invited: optional('invited'),
    stayed: optional('stayed'),
    instrument: optional('instrument'),
  }
}
