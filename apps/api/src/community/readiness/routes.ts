import {
  addTopic,
  couldStepIn,
  type ReadinessTopic,
  readiness,
  readinessTopic,
  unitOrOwn,
} from '@chorus/contracts/learning-measures'
import {
  deleteTopic,
  findTopic,
  insertTopic,
  listTopics,
  type ReadinessRow,
  setStepIn,
} from '@chorus/db/stores/readiness'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { type Reach, reachOf } from '../reach.ts'
import { readableUnit } from '../readable-unit.ts'

const topicAddress = z.object({ topic: z.uuid() })

/** The register of who could step in. People enter themselves, and nobody else. */
export function readinessRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/readiness',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Topics that a unit knows, and who could step in',
        querystring: unitOrOwn,
        response: { 200: readiness },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const unit = await readableUnit(office, reader, request.query.unit)
      const reach = await reachOf(office, reader)
      const rows = await listTopics(office, reader.organisation, unit.id)
      return readiness.parse({
        unit,
        topics: rows.map((row) => describe(row, reader, reach)),
        mayAdd: mayWrite(reader, reach, unit.id),
      })
    },
  )

  app.post(
    '/api/readiness',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Add a topic to the register of a unit',
        body: addTopic,
        response: { 201: readinessTopic },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const unit = await readableUnit(office, reader, request.body.unit)
      if (!mayWrite(reader, await reachOf(office, reader), unit.id)) throw new ProblemError('not-allowed')
      const id = await insertTopic(office, { organisation, unit: unit.id, title: request.body.title })
      return reply.code(201).send(await described(reader, id))
    },
  )

  app.put(
    '/api/readiness/:topic/me',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say that one could step in, or take it back',
        params: topicAddress,
        body: couldStepIn,
        response: { 200: readinessTopic },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation, id } = await readableTopic(reader, request.params.topic)
      await setStepIn(office, { organisation, id }, reader.person.id, request.body.on)
      return described(reader, id)
    },
  )

  app.delete(
    '/api/readiness/:topic',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Remove a topic from the register',
        params: topicAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const topic = await readableTopic(reader, request.params.topic)
      if (!mayRemove(topic, reader, await reachOf(office, reader))) throw new ProblemError('not-allowed')
      await deleteTopic(office, topic)
      return reply.code(204).send(null)
    },
  )

  async function readableTopic(reader: SignedIn, id: string): Promise<ReadinessRow> {
    const topic = await findTopic(office, { organisation: reader.organisation, id })
    if (!topic || !(await reachOf(office, reader)).reads(topic.unit))
      throw new ProblemError('unknown-subject')
    return topic
  }

  async function described(reader: SignedIn, id: string) {
    const topic = await readableTopic(reader, id)
    return readinessTopic.parse(describe(topic, reader, await reachOf(office, reader)))
  }
}

function describe(row: ReadinessRow, reader: SignedIn, reach: Reach) {
  return {
    id: row.id,
    title: row.title,
    people: row.people,
    mine: row.people.some(({ person }) => person === reader.person.id),
    mayRemove: mayRemove(row, reader, reach),
  } satisfies Record<keyof ReadinessTopic, unknown>
}

function mayWrite(reader: SignedIn, reach: Reach, unit: string): boolean {
  return reader.unit.id === unit || reach.keeps(unit)
}

/** Nobody's entry goes by a colleague's hand: where people stand in it, whoever keeps the unit decides. */
function mayRemove({ unit, people }: ReadinessRow, reader: SignedIn, reach: Reach): boolean {
  return reach.keeps(unit) || (people.length === 0 && mayWrite(reader, reach, unit))
}
