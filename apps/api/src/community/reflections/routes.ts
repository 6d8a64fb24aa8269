import { unitId } from '@chorus/contracts/ids'
import {
  beginReflection,
  reflection,
  reflections,
  reflectionsQuery,
  reflectionUnits,
  setWhoBegins as setWhoBeginsBody,
} from '@chorus/contracts/reflections'
import {
  insertReflection,
  listReflections,
  listWhereEverybodyBegins,
  setWhoBegins,
} from '@chorus/db/stores/reflections'
import { listTeamUnits } from '@chorus/db/stores/team-units'
import { listUnitPeople } from '@chorus/db/stores/unit-people'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { teamRightsOf } from '../team-rights.ts'
import { tellAll } from '../tell-all.ts'
import { describeSession } from './describe-session.ts'
import { foundSession } from './found-session.ts'
import { sessionAnswer } from './session-answer.ts'

const sessionAddress = z.object({ session: z.uuid() })
const sessionsAPage = 20
const minuteMs = 60_000

/** A unit's reflection sessions: who begins them, and what whoever reads the unit's affairs finds of them. */
export function reflectionRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/reflections',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Reflection sessions, newest first',
        querystring: reflectionsQuery,
        response: { 200: reflections },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const [rights, { readUnits }] = await Promise.all([
        teamRightsOf(office, reader),
        reachOf(office, reader),
      ])
      const rows = await listReflections(
        office,
        { organisation: reader.organisation, takesPartIn: rights.belongsTo, reads: readUnits },
        { before: request.query.before, unit: request.query.unit, limit: sessionsAPage + 1 },
      )
      return reflections.parse({
        sessions: rows.slice(0, sessionsAPage).map((row) => describeSession(row, rights, parts.now())),
        more: rows.length > sessionsAPage,
      })
    },
  )

  app.get(
    '/api/reflections/units',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Where one may begin a session', response: { 200: reflectionUnits } },
    },
    async (request) => unitsOf(signedInPerson(request)),
  )

  app.put(
    '/api/reflections/units/:unit',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say whether everybody in a unit begins sessions',
        params: z.object({ unit: unitId }),
        body: setWhoBeginsBody,
        response: { 200: reflectionUnits },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { unit } = request.params
      const rights = await teamRightsOf(office, reader)
      if (!rights.belongs(unit) && !rights.leads(unit)) throw new ProblemError('unknown-unit')
      if (!rights.leads(unit)) throw new ProblemError('not-allowed')
      await setWhoBegins(office, { organisation: reader.organisation, unit, ...request.body })
      return unitsOf(reader)
    },
  )

  app.post(
    '/api/reflections',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Begin a session: everybody in the unit is told',
        body: beginReflection,
        response: { 201: reflection },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { quietMinutes, ...given } = request.body
      const { units } = await unitsOf(reader)
      const unit = units.find(({ id }) => id === given.unit)
      if (!unit) throw new ProblemError('unknown-unit')
      if (!unit.mayBegin) throw new ProblemError('not-allowed')
      const now = parts.now()
      const id = await insertReflection(office, {
        ...given,
        organisation,
        unitName: unit.name,
        facilitator: person.id,
        begun: now,
        quietUntil: quietMinutes === null ? null : new Date(now.getTime() + quietMinutes * minuteMs),
      })
      await tellAll(office, await listUnitPeople(office, organisation, unit.id), {
        what: 'session begun',
        about: { organisation, kind: 'session', id },
        actor: person.id,
        at: now,
      })
      return reply.code(201).send(await answerOf(reader, id))
    },
  )

  app.get(
    '/api/reflections/:session',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'One session', params: sessionAddress, response: { 200: reflection } },
    },
    async (request) => answerOf(signedInPerson(request), request.params.session),
  )

  async function answerOf(reader: SignedIn, id: string) {
    const found = await foundSession(office, reader, id, parts.now(), async (unit) =>
      (await reachOf(office, reader)).reads(unit),
    )
    return sessionAnswer(office, reader, found, parts.now())
  }

  async function unitsOf(reader: SignedIn) {
    const { organisation } = reader
    const rights = await teamRightsOf(office, reader)
    const units = await listTeamUnits(office, organisation, rights)
    const everybody = await listWhereEverybodyBegins(
      office,
      organisation,
      units.map(({ id }) => id),
    )
    return reflectionUnits.parse({
      units: units.map(({ id, name }) => ({
        id,
        name,
        leads: rights.leads(id),
        everybodyBegins: everybody.has(id),
        mayBegin: rights.belongs(id) && (rights.leads(id) || everybody.has(id)),
      })),
    })
  }
}
