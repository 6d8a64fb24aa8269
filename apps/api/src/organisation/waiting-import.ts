import type { UploadedImport } from '@chorus/contracts/organisation-import'
import type { Office } from '@chorus/db/database'
import { listUnits } from '@chorus/db/stores/organisations'
import {
  findPendingImport,
  findWaitingUpload,
  type PendingImport,
  rememberedColumns,
  type WaitingUpload,
} from '@chorus/db/stores/pending-imports'
import type { FastifyRequest } from 'fastify'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { matchColumns } from './columns/match-columns.ts'
import { sampleColumns } from './columns/sample-columns.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import type { OnProgress } from './running-imports.ts'
import { turnOfOthers } from './turn-of-others.ts'

type Newest = {
  readonly id: string
  readonly columns: string
  readonly self: string
  readonly plan: ImportPlan
}

/** A plan is the whole organisation twice over: nobody's name stays in memory because a page was left open. */
const keptMilliseconds = 10 * 60_000

/** The uploads that wait to be confirmed, and what they would do. */
export class WaitingImports {
  readonly #parts: Parts
  /** The newest plan of this process alone: pages of one preview are read from it. Nothing hangs on it, it can always be made again. */
  #newest: Newest | undefined
  #forgetting: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @throws ProblemError unknown-import when another upload took its place, it was confirmed, or a day has passed */
  async find(request: FastifyRequest, id: string): Promise<WaitingUpload> {
    const { database, now } = this.#parts
    const waiting = await findWaitingUpload(database.office, signedInPerson(request).organisation, now())
    if (waiting?.id !== id) throw new ProblemError('unknown-import')
    return waiting
  }

  /** The same with its files. @throws ProblemError unknown-import */
  async files(request: FastifyRequest, id: string): Promise<PendingImport> {
    const { database, now } = this.#parts
    const waiting = await findPendingImport(database.office, signedInPerson(request).organisation, now())
    if (waiting?.id !== id) throw new ProblemError('unknown-import')
    return waiting
  }

  /** @throws ProblemError files-have-faults */
  async plan(
    request: FastifyRequest,
    waiting: WaitingUpload | PendingImport,
    onProgress?: OnProgress,
  ): Promise<ImportPlan> {
    const { office } = this.#parts.database
    const { organisation, organisationName, person } = signedInPerson(request)
    if (waiting.columns === null) throw new ProblemError('malformed-request', 'Ask for the preview first.')
    const columns = waiting.columns.join('\n')
    const newest = this.#newest
    if (newest?.id === waiting.id && newest.columns === columns && newest.self === person.id)
      return this.#keep(newest)
    const { people, units } = 'people' in waiting ? waiting : await this.files(request, waiting.id)
    const planned = await planImport(
      office,
      { id: organisation, name: organisationName },
      {
        people: chunksOf(people, onProgress),
        units: units && chunksOf(units),
        meanings: waiting.columns,
      },
      person.id,
    )
    if (!planned.ok) throw new ProblemError('files-have-faults', undefined, planned.error)
    return this.#keep({ id: waiting.id, columns, self: person.id, plan: planned.value })
  }

  /** What would come of this upload is not known any more; that of another stays. */
  forget({ id }: Pick<WaitingUpload, 'id'>): void {
    if (this.#newest?.id === id) this.#drop()
  }

  #keep(newest: Newest): ImportPlan {
    clearTimeout(this.#forgetting)
    this.#newest = newest
    this.#forgetting = setTimeout(() => this.#drop(), keptMilliseconds).unref()
    return newest.plan
  }

  #drop(): void {
    clearTimeout(this.#forgetting)
    this.#newest = undefined
  }
}

/** What the columns of an upload most likely mean, or were said to mean. @throws ProblemError files-have-faults */
export async function describeUpload(office: Office, waiting: PendingImport): Promise<UploadedImport> {
  const sampled = await sampleColumns(waiting.people, 'people.csv')
  if (!sampled.ok) throw new ProblemError('files-have-faults', undefined, sampled.error)
  const unitsListed = waiting.units !== null
  const remembered = await rememberedColumns(office, waiting.organisation)
  const unitsKnown = (await listUnits(office, waiting.organisation)).length > 1
  const columns = matchColumns(sampled.value, remembered, unitsListed, unitsKnown).map((column, at) => {
    const said = waiting.columns?.[at]
    return said === undefined ? column : { ...column, meaning: said }
  })
  return { id: waiting.id, units: unitsListed, columns }
}

const chunkBytes = 64 * 1024

/** In pieces, with a turn for others between them: a file of ten megabytes takes a second to read. */
export async function* chunksOf(file: Buffer, onProgress?: OnProgress): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.length; start += chunkBytes) {
    yield file.subarray(start, start + chunkBytes)
    await turnOfOthers()
    onProgress?.(Math.min(start + chunkBytes, file.length), file.length)
  }
}
