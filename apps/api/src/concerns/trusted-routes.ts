import { concernSettings, nameTrusted, trustedId, trustedPersons } from '@chorus/contracts/concerns'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readConcernSettings, writeConcernSettings } from '@chorus/db/stores/concern-settings'
import { findRights } from '@chorus/db/stores/roles'
import {
  endTrustedPerson,
  insertTrustedPerson,
  listTrustedPersons,
  readsConcerns,
} from '@chorus/db/stores/trusted-persons'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** Whom concerns can be sent to: named by HR, in the open. What was sent stays with those whom its sender was told of. */
export function trustedPersonRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/trusted-persons',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Whom concerns can be sent to, and who reads what waits for too long',
        response: { 200: trustedPersons },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const { answerWithinDays, eraseAfterDays } = await readConcernSettings(office, organisation)
      return trustedPersons.parse({
        organisation,
        answerWithinDays,
        eraseAfterDays,
        people: await listTrustedPersons(office, organisation),
        reads: await readsConcerns(office, organisation, person.id),
      })
    },
  )

  app.post(
    '/api/trusted-persons',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Name a trusted person, and who reads what waits for too long',
        body: nameTrusted,
        response: { 201: z.object({ id: trustedId }) },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { person: named, escalation, ...words } = request.body
      const [trusted, other] = await Promise.all([
        findRights(office, organisation, named),
        findRights(office, organisation, escalation),
      ])
      if (!trusted || !other || named === escalation) throw new ProblemError('trusted-person-not-possible')
      const id = await insertTrustedPerson(office, { organisation, person: named, escalation, ...words })
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'trusted person named',
        subject: `${trusted.name} (${words.office}); what waits for too long: ${other.name}`,
      })
      return reply.code(201).send({ id: trustedId.parse(id) })
    },
  )

  app.delete(
    '/api/trusted-persons/:trusted',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Dismiss a trusted person: what was sent there goes to the escalation person',
        params: z.object({ trusted: trustedId }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const people = await listTrustedPersons(office, organisation)
      const row = people.find(({ id }) => id === request.params.trusted)
      if (!row) throw new ProblemError('unknown-trusted-person')
      await endTrustedPerson(office, organisation, row.id)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'trusted person dismissed',
        subject: `${row.name} (${row.office})`,
      })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/concern-settings',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Change how long concerns may wait, and when closed ones are erased; for those to come',
        body: concernSettings,
        response: { 200: concernSettings },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const before = await readConcernSettings(office, organisation)
      await writeConcernSettings(office, organisation, request.body)
      const { answerWithinDays, eraseAfterDays } = request.body
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'concern settings changed',
        subject: `answered within ${before.answerWithinDays} -> ${answerWithinDays} days, erased ${before.eraseAfterDays} -> ${eraseAfterDays} days after closing`,
      })
      return request.body
    },
  )
}
