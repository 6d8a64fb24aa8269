import {
  decisionRequest,
  type RuleChange,
  ruleChange,
  ruleChanges,
  secondPersonRequest,
} from '@chorus/contracts/rights'
import type { Role } from '@chorus/contracts/session'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countPeopleInRole } from '@chorus/db/stores/roles'
import {
  decideChange,
  listRuleChanges,
  needsSecondPerson,
  type RuleChangeRow,
} from '@chorus/db/stores/rule-changes'
import { z } from 'zod'
import { rolesOf, type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { changeSubject } from './change-subject.ts'
import { describeChange, mayDecide } from './describe-change.ts'
import { propose } from './propose.ts'

const decidesOnRules: readonly Role[] = ['hr', 'administrator', 'auditor']
const changeParams = z.object({ change: z.uuid() })

/** What was proposed, and how it ends: where the organisation wants a second person, the works council agrees or declines. */
export function ruleRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/rule-changes',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'How the rules have changed, and what waits for a second person',
        response: { 200: ruleChanges },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const seesAll = rolesOf(reader).some((role) => decidesOnRules.includes(role))
      const rows = await listRuleChanges(office, organisation)
      return ruleChanges.parse({
        secondPerson: await needsSecondPerson(office, organisation),
        changes: rows
          .filter(({ state }) => seesAll || state === 'agreed')
          .map((row) => describeChange(row, reader)),
      })
    },
  )

  app.put(
    '/api/second-person',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Ask for a second person in changes of the rules; to end that needs one itself',
        body: secondPersonRequest,
        response: { 201: ruleChange },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { on } = request.body
      if ((await needsSecondPerson(office, reader.organisation)) === on)
        throw new ProblemError('nothing-changes')
      if (on && (await countPeopleInRole(office, reader.organisation, 'auditor')) === 0)
        throw new ProblemError('nobody-to-agree')
      const proposed = await propose(parts, reader, { change: { kind: 'second-person', on } })
      return reply.code(201).send(describeChange(proposed, reader))
    },
  )

  app.post(
    '/api/rule-changes/:change/decision',
    {
      config: { permission: ['auditor', 'administrator'] },
      schema: {
        summary: 'Agree to a change, or decline it and say why',
        params: changeParams,
        body: decisionRequest,
        response: { 200: ruleChange },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { agree, reason } = request.body
      const waiting = await changeOf(reader, request.params.change)
      if (!mayDecide(waiting.change, reader)) throw new ProblemError('not-allowed')
      return decide(reader, waiting.id, agree ? 'agreed' : 'declined', reason)
    },
  )

  app.delete(
    '/api/rule-changes/:change',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: {
        summary: 'Take back a change that waits',
        params: changeParams,
        response: { 200: ruleChange },
      },
    },
    async (request) => {
      return decide(signedInPerson(request), request.params.change, 'withdrawn', '')
    },
  )

  async function decide(
    reader: SignedIn,
    id: string,
    state: 'agreed' | 'declined' | 'withdrawn',
    reason: string,
  ): Promise<RuleChange> {
    const { organisation, person } = reader
    const at = parts.now()
    const decision = { state, by: person, reason, at }
    const decided = await decideChange(office, { organisation, id }, decision, (tx, { change }) =>
      recordEvent(tx, organisation, {
        at,
        actor: person.name,
        action: `rule change ${state}`,
        subject: changeSubject(change),
      }),
    )
    return describeChange(valueOrProblem(decided), reader)
  }

  async function changeOf({ organisation }: SignedIn, id: string): Promise<RuleChangeRow> {
    const row = (await listRuleChanges(office, organisation)).find((one) => one.id === id)
    if (!row) throw new ProblemError('unknown-change')
    return row
  }
}
