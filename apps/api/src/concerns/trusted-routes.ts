import { randomUUID } from 'node:crypto'
import {
  concernSettings,
  dismissedTrusted,
  namedTrusted,
  nameTrusted,
  setConcernSettings,
  type TrustedPerson,
  trustedId,
  trustedPersons,
} from '@chorus/contracts/concerns'
import { readConcernSettings } from '@chorus/db/stores/concern-settings'
import { findRights } from '@chorus/db/stores/roles'
import { listTrustedPersons, readsConcerns } from '@chorus/db/stores/trusted-persons'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { propose } from '../rules/propose.ts'

/**
 * Whom concerns can be sent to: named by HR, in the open, and with the works council where changes of the rules need a second person. What was
 * sent stays with those whom its sender was told of.
 */
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
        response: { 201: namedTrusted },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const { person: named, escalation, ...words } = request.body
      const [trusted, other] = await Promise.all([
        findRights(office, organisation, named),
        findRights(office, organisation, escalation),
      ])
      if (!trusted || !other || named === escalation) throw new ProblemError('trusted-person-not-possible')
      const id = trustedId.parse(randomUUID())
      const { state } = await propose(
        parts,
        reader,
        {
          change: {
            kind: 'trusted-named',
            trusted: id,
            name: trusted.name,
            also: alsoOf(trusted),
            escalation: other.name,
            escalationAlso: alsoOf(other),
            ...words,
          },
          held: { kind: 'trusted-named', person: named, escalation },
        },
        'trusted person named',
      )
      return reply.code(201).send({ id, waits: state === 'proposed' })
    },
  )

  app.delete(
    '/api/trusted-persons/:trusted',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Dismiss a trusted person: what was sent there goes to the escalation person',
        params: z.object({ trusted: trustedId }),
        response: { 200: dismissedTrusted },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const people = await listTrustedPersons(office, reader.organisation)
      const row = people.find(({ id }) => id === request.params.trusted)
      if (!row) throw new ProblemError('unknown-trusted-person')
      const { name, escalation, office: title } = row
      const change = { kind: 'trusted-dismissed' as const, trusted: request.params.trusted, name, escalation }
      const proposal = { change: { ...change, office: title } }
      const { state } = await propose(parts, reader, proposal, 'trusted person dismissed')
      return { waits: state === 'proposed' }
    },
  )

  app.put(
    '/api/concern-settings',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Change how long concerns may wait, and when closed ones are erased; for those to come',
        body: concernSettings,
        response: { 200: setConcernSettings },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { toldUntil: _, ...before } = await readConcernSettings(office, reader.organisation)
      const change = { kind: 'concern-settings' as const, before, after: request.body }
      const { state } = await propose(parts, reader, { change }, 'concern settings changed')
      const waits = state === 'proposed'
      return { ...(waits ? before : request.body), waits }
    },
  )
}

function alsoOf({ role }: { readonly role: string }): TrustedPerson['also'] {
  return role === 'hr' || role === 'administrator' ? role : null
}
