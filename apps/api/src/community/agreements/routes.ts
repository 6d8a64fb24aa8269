import {
  agreement,
  agreementQuery,
  agreementUnits,
  decideAgreement,
  proposeAgreement,
} from '@chorus/contracts/agreements'
import {
  findVersion,
  listUnitsWithAgreement,
  proposeVersion,
  putInForce,
  signVersion,
  withdrawVersion,
} from '@chorus/db/stores/agreements'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listTeamUnits } from '@chorus/db/stores/team-units'
import { listUnitLeads, listUnitPeople } from '@chorus/db/stores/unit-people'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { teamRightsOf } from '../team-rights.ts'
import { tellAll } from '../tell-all.ts'
import { agreementAnswer, unitWithRights } from './agreement-answer.ts'

const versionAddress = z.object({ version: z.uuid() })

/** Team agreements: proposed by anybody in the unit, put in force by who leads it, signed as read, replaced and never edited. */
export function agreementRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/agreements',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'The agreement of a unit',
        querystring: agreementQuery,
        response: { 200: agreement },
      },
    },
    async (request) => agreementOf(signedInPerson(request), request.query.unit),
  )

  app.get(
    '/api/agreements/units',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'One’s units, and whether they have an agreement',
        response: { 200: agreementUnits },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const rights = await teamRightsOf(office, reader)
      const units = await listTeamUnits(office, organisation, rights)
      const inForce = await listUnitsWithAgreement(
        office,
        organisation,
        units.map(({ id }) => id),
        person.id,
      )
      return agreementUnits.parse({
        units: units.map(({ id, name }) => {
          const signature = inForce.get(id)
          return {
            id,
            name,
            inForce: signature !== undefined,
            waitsForReader: signature?.signed === false && rights.belongs(id),
          }
        }),
      })
    },
  )

  app.post(
    '/api/agreements',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Propose a version', body: proposeAgreement, response: { 201: agreement } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { unit, rights } = await unitWithRights(office, reader, request.body.unit)
      if (!rights.belongs(unit.id) && !rights.leads(unit.id)) throw new ProblemError('not-allowed')
      const id = await proposeVersion(office, {
        organisation,
        unit: unit.id,
        unitName: unit.name,
        texts: request.body.texts,
        proposedBy: person.id,
        proposedOn: today(),
      })
      await tellAll(office, await listUnitLeads(office, organisation, unit.id), {
        what: 'agreement proposed',
        about: { organisation, kind: 'agreement', id },
        actor: person.id,
        at: parts.now(),
      })
      return reply.code(201).send(await agreementOf(reader, unit.id))
    },
  )

  app.post(
    '/api/agreements/:version/decision',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Put a version in force, or withdraw it',
        params: versionAddress,
        body: decideAgreement,
        response: { 200: agreement },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { row, unit, rights } = await versionOf(reader, request.params.version)
      const { state } = request.body
      const own = row.proposedBy === person.id
      if (!rights.leads(unit.id) && !(own && state === 'withdrawn')) throw new ProblemError('not-allowed')
      const decision = { by: person.id, on: today() }
      const key = { organisation, id: row.id, unit: unit.id }
      const decided =
        state === 'in force'
          ? await putInForce(office, key, decision)
          : await withdrawVersion(office, key, decision)
      if (!decided) throw new ProblemError('agreement-decided')
      if (state === 'in force') {
        await recordEvent(office, organisation, {
          at: parts.now(),
          actor: person.name,
          action: 'agreement put in force',
          subject: unit.name,
        })
        await tellAll(office, await listUnitPeople(office, organisation, unit.id), {
          what: 'agreement in force',
          about: { organisation, kind: 'agreement', id: row.id },
          actor: person.id,
          at: parts.now(),
        })
      }
      return agreementOf(reader, unit.id)
    },
  )

  app.put(
    '/api/agreements/:version/signature',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Sign that one has read the version in force',
        params: versionAddress,
        response: { 200: agreement },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { row, unit, rights } = await versionOf(reader, request.params.version)
      if (!rights.belongs(unit.id)) throw new ProblemError('not-allowed')
      if (row.state !== 'in force') throw new ProblemError('agreement-not-in-force')
      await signVersion(office, { organisation, version: row.id, person: person.id, on: today() })
      return agreementOf(reader, unit.id)
    },
  )

  async function versionOf(reader: SignedIn, id: string) {
    const row = await findVersion(office, { organisation: reader.organisation, id })
    if (!row || row.unit === null || !(await reachOf(office, reader)).reads(row.unit))
      throw new ProblemError('unknown-subject')
    return { row, ...(await unitWithRights(office, reader, row.unit)) }
  }

  const agreementOf = (reader: SignedIn, unit: string) => agreementAnswer(office, reader, unit)

  const today = () => parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
}
