import { programmeId } from '@chorus/contracts/ids'
import type { Policy } from '@chorus/contracts/policy'
import {
  changePolicyRequest,
  decisionRequest,
  policyPreview,
  ruleChange,
  ruleChanges,
  secondPersonRequest,
} from '@chorus/contracts/rights'
import type { Role } from '@chorus/contracts/session'
import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { findProgramme, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { countPeopleInRole } from '@chorus/db/stores/roles'
import {
  decideChange,
  listRuleChanges,
  needsSecondPerson,
  proposeChange,
  type RuleChangeRow,
} from '@chorus/db/stores/rule-changes'
import { z } from 'zod'
import { rolesOf, type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { changedPolicy } from './changed-policy.ts'
import { changeSubject, describeChange, mayDecide } from './describe-change.ts'
import { previewPolicy } from './preview-policy.ts'

const programmeParams = z.object({ programme: programmeId })
const decidesOnRules: readonly Role[] = ['hr', 'administrator', 'auditor']
const changeParams = z.object({ change: z.uuid() })

/** Changes of the rules: HR proposes; where the organisation wants a second person, the works council agrees or declines. */
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

  app.patch(
    '/api/programmes/:programme/policy',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Propose another policy, from the next wave on',
        params: programmeParams,
        body: changePolicyRequest,
        response: { 201: ruleChange },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { row, after } = await wished(reader, request.params.programme, request.body)
      const change = { kind: 'policy' as const, programme: request.params.programme, name: row.name }
      const proposed = valueOrProblem(
        await proposeChange(office, reader.organisation, {
          about: row.id,
          change: { ...change, before: row.policy, after },
          by: reader.person,
          on: today(),
        }),
      )
      await note(reader, proposed, proposed.state === 'agreed' ? 'rule changed' : 'rule change proposed')
      return reply.code(201).send(describeChange(proposed, reader))
    },
  )

  app.post(
    '/api/programmes/:programme/policy/preview',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Which units another policy would protect, from the roster of today. Changes nothing',
        params: programmeParams,
        body: changePolicyRequest,
        response: { 200: policyPreview },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { row, after } = await wished(reader, request.params.programme, request.body)
      const roster = {
        units: await listUnits(office, reader.organisation),
        people: await countPeopleByUnit(office, reader.organisation),
      }
      return previewPolicy(roster, row.policy, after)
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
      const proposed = valueOrProblem(
        await proposeChange(office, reader.organisation, {
          about: 'second person',
          change: { kind: 'second-person', on },
          by: reader.person,
          on: today(),
        }),
      )
      await note(reader, proposed, proposed.state === 'agreed' ? 'rule changed' : 'rule change proposed')
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
      const decided = valueOrProblem(
        await decideChange(
          office,
          { organisation: reader.organisation, id: waiting.id },
          { state: agree ? 'agreed' : 'declined', by: reader.person, reason, on: today() },
        ),
      )
      await note(reader, decided, agree ? 'rule change agreed' : 'rule change declined')
      return describeChange(decided, reader)
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
      const reader = signedInPerson(request)
      const withdrawn = valueOrProblem(
        await decideChange(
          office,
          { organisation: reader.organisation, id: request.params.change },
          { state: 'withdrawn', by: reader.person, reason: '', on: today() },
        ),
      )
      await note(reader, withdrawn, 'rule change withdrawn')
      return describeChange(withdrawn, reader)
    },
  )

  /** The programme, and its policy as somebody wants it. */
  async function wished(
    { organisation }: SignedIn,
    programme: string,
    wish: z.infer<typeof changePolicyRequest>,
  ): Promise<{ row: ProgrammeRow; after: Policy }> {
    const row = await findProgramme(office, organisation, programme)
    if (!row) throw new ProblemError('unknown-programme')
    const after = changedPolicy(row.policy, wish)
    if (!after.ok) throw new ProblemError(after.error.code, after.error.detail)
    return { row, after: after.value }
  }

  async function changeOf({ organisation }: SignedIn, id: string): Promise<RuleChangeRow> {
    const row = (await listRuleChanges(office, organisation)).find((one) => one.id === id)
    if (!row) throw new ProblemError('unknown-change')
    return row
  }

  async function note(reader: SignedIn, { change }: RuleChangeRow, action: AuditAction): Promise<void> {
    await recordEvent(office, reader.organisation, {
      at: parts.now(),
      actor: reader.person.name,
      action,
      subject: changeSubject(change),
    })
  }

  const today = () => parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
}
