import {
  amendExperiment as amendBody,
  experimentLesson,
  experiments,
  oneExperiment,
  planExperiment,
} from '@chorus/contracts/experiments'
import {
  amendExperiment,
  deleteExperiment,
  type ExperimentRow,
  insertExperiment,
  leadersOf,
  listExperiments,
  setExperimentLesson,
  updateExperiment,
} from '@chorus/db/stores/experiments'
import { notify } from '@chorus/db/stores/notifications'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { tellMentioned } from '../mentions.ts'
import { reachOf } from '../reach.ts'
import { readableSubject } from '../subjects.ts'
import { choiceRoutes } from './choice-routes.ts'
import { describeExperiment } from './describe-experiment.ts'
import { experimentsFor } from './one-experiment.ts'
import { isoDay } from './waves-to-come.ts'
import { planToWrite } from './written-plan.ts'

const address = z.object({ experiment: z.uuid() })

const mostListed = 200

/** Learning sprints: planned by anybody for the own unit, read by everybody in it, told by the releases. */
export function experimentRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const { seenToday, changeable, whole } = experimentsFor(parts)
  choiceRoutes(app, parts)

  app.get(
    '/api/experiments',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Experiments of all units that I read', response: { 200: experiments } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const reach = await reachOf(office, reader)
      const rows = await listExperiments(office, reader.organisation, reach.readUnits, mostListed)
      const seen = await seenToday(reader)
      const mayChange = (row: ExperimentRow) => row.owner === reader.person.id || reach.keeps(row.unit)
      return experiments.parse({
        experiments: rows.map((row) => describeExperiment(row, { ...seen, mayChange: mayChange(row) })),
      })
    },
  )

  app.post(
    '/api/experiments',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Plan an experiment', body: planExperiment, response: { 201: oneExperiment } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const plan = await planToWrite(parts, reader, request.body, null)
      const id = await insertExperiment(office, {
        ...plan,
        organisation,
        owner: person.id,
        amendments: [],
      })
      const about = { organisation, kind: 'experiment' as const, id }
      const leaders = await leadersOf(office, organisation, plan.unit)
      await notify(
        office,
        leaders.map((leader) => ({
          person: leader,
          what: 'experiment planned',
          about,
          actor: person.id,
          at: parts.now(),
        })),
      )
      await tellOf(reader, id, plan)
      return reply.code(201).send(await whole(reader, id))
    },
  )

  app.get(
    '/api/experiments/:experiment',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'An experiment, and what the waves say of it',
        params: address,
        response: { 200: oneExperiment },
      },
    },
    async (request) => whole(signedInPerson(request), request.params.experiment),
  )

  app.put(
    '/api/experiments/:experiment',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Change a plan, until its window begins',
        params: address,
        body: planExperiment,
        response: { 200: oneExperiment },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await changeable(reader, request.params.experiment, 'planned')
      const plan = await planToWrite(parts, reader, request.body, row.id)
      await updateExperiment(office, row, plan)
      await tellOf(reader, row.id, plan, row)
      return whole(reader, row.id)
    },
  )

  app.delete(
    '/api/experiments/:experiment',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a plan back, until its window begins',
        params: address,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteExperiment(
        office,
        await changeable(signedInPerson(request), request.params.experiment, 'planned'),
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/experiments/:experiment/amendments',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say, while it runs, what would rather count: it is shown, and the first one judges',
        params: address,
        body: amendBody,
        response: { 201: oneExperiment },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const row = await changeable(reader, request.params.experiment, 'running')
      await amendExperiment(office, row, { ...request.body, on: isoDay(parts.now()) })
      return reply.code(201).send(await whole(reader, row.id))
    },
  )

  app.put(
    '/api/experiments/:experiment/lesson',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say which learning moment it became',
        params: address,
        body: experimentLesson,
        response: { 200: oneExperiment },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await changeable(reader, request.params.experiment, 'ended')
      const lesson = await readableSubject(office, reader, 'lesson', request.body.lesson)
      await setExperimentLesson(office, row, lesson.id)
      return whole(reader, row.id)
    },
  )

  async function tellOf(reader: SignedIn, id: string, now: Words, before?: Words): Promise<void> {
    const subject = await readableSubject(office, reader, 'experiment', id)
    const by = { actor: reader.person.id, at: parts.now() }
    await tellMentioned(office, subject, { before: before ? wordsOf(before) : [], now: wordsOf(now) }, by)
  }
}

type Words = Pick<ExperimentRow, 'hypothesis' | 'doing'>

function wordsOf({ hypothesis, doing }: Words): string[] {
  return [hypothesis, doing]
}
