import {
  foundTeams,
  recognition as recognitionShape,
  recognitions,
  recognitionsQuery,
  type WriteRecognition,
  writeRecognition,
} from '@chorus/contracts/recognition'
import { peopleOfToday, peopleOfUnit, searchUnits } from '@chorus/db/stores/named-colleagues'
import { notify } from '@chorus/db/stores/notifications'
import {
  deleteRecognition,
  findRecognition,
  insertRecognition,
  listRecognitions,
  type RecognitionRow,
  stepOutOfRecognition,
} from '@chorus/db/stores/recognitions'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { readableSubject } from '../subjects.ts'
import { describeRecognition } from './describe-recognition.ts'

const recognitionAddress = z.object({ recognition: z.uuid() })
const recognitionsAPage = 20

/** Thanks in public, from anybody to anybody. None of these routes counts by person: whoever is thanked often is not thereby better. */
export function recognitionRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/recognitions',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Thanks in public, newest first',
        querystring: recognitionsQuery,
        response: { 200: recognitions },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { readUnits } = await reachOf(office, reader)
      const rows = await listRecognitions(
        office,
        { organisation: reader.organisation, person: reader.person.id, units: readUnits },
        { before: request.query.before, limit: recognitionsAPage + 1 },
      )
      return recognitions.parse({
        recognitions: rows
          .slice(0, recognitionsAPage)
          .map((row) => describeRecognition(row, reader.person.id)),
        more: rows.length > recognitionsAPage,
      })
    },
  )

  app.get(
    '/api/recognitions/teams',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Teams by a part of their name, to thank one of them',
        querystring: z.object({ search: z.string().trim().min(2).max(100) }),
        response: { 200: foundTeams },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      return foundTeams.parse({ teams: await searchUnits(office, organisation, request.query.search) })
    },
  )

  app.get(
    '/api/recognitions/:recognition',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Thanks in public: one of them',
        params: recognitionAddress,
        response: { 200: recognitionShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      return recognitionShape.parse(
        describeRecognition(await readable(reader, request.params.recognition), reader.person.id),
      )
    },
  )

  app.post(
    '/api/recognitions',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Thank a team or people in public',
        body: writeRecognition,
        response: { 201: recognitionShape },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const { to, ...words } = request.body
      const at = parts.now()
      const { unit, people, told } = await whoIsMeant(reader, to)
      const id = await insertRecognition(
        office,
        {
          organisation,
          ...words,
          ofTeam: to.kind === 'team',
          unit: unit.id,
          unitName: unit.name,
          author: reader.person.id,
          at,
        },
        people,
      )
      const about = { organisation, kind: 'recognition' as const, id }
      await notify(
        office,
        told.map((person) => ({ person, what: 'recognised', about, actor: reader.person.id, at })),
      )
      return reply
        .code(201)
        .send(recognitionShape.parse(describeRecognition(await readable(reader, id), reader.person.id)))
    },
  )

  app.delete(
    '/api/recognitions/:recognition',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take back thanks of one’s own',
        params: recognitionAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, id, author } = await readable(reader, request.params.recognition)
      if (author !== reader.person.id) throw new ProblemError('not-allowed')
      await deleteRecognition(office, { organisation, id })
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/recognitions/:recognition/me',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Step out of thanks in which one is named',
        params: recognitionAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, id } = await readable(reader, request.params.recognition)
      await stepOutOfRecognition(office, { organisation, id }, reader.person.id)
      return reply.code(204).send(null)
    },
  )

  async function readable(reader: SignedIn, id: string): Promise<RecognitionRow> {
    await readableSubject(office, reader, 'recognition', id)
    const row = await findRecognition(office, { organisation: reader.organisation, id })
    if (!row) throw new ProblemError('unknown-subject')
    return row
  }

  /** `told`: who hears of it. A team is everybody in the unit itself. */
  async function whoIsMeant({ organisation, unit, person }: SignedIn, to: WriteRecognition['to']) {
    if (to.kind === 'team') {
      const [team] = await unitChain(office, organisation, to.unit)
      if (!team) throw new ProblemError('unknown-unit')
      return { unit: team, people: [], told: await peopleOfUnit(office, organisation, team.id) }
    }
    const asked = [...new Set<string>(to.people)]
    const found = await peopleOfToday(office, organisation, asked)
    if (found.length < asked.length || asked.includes(person.id)) throw new ProblemError('unknown-person')
    return { unit, people: asked, told: asked }
  }
}
