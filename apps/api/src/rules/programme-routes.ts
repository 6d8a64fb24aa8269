import { isDeepStrictEqual } from 'node:util'
import { programmeId } from '@chorus/contracts/ids'
import type { Policy } from '@chorus/contracts/policy'
import { changeInstrumentRequest, reminderRuleRequest } from '@chorus/contracts/programme'
import {
  type ChangePolicyRequest,
  changePolicyRequest,
  policyPreview,
  ruleChange,
} from '@chorus/contracts/rights'
import type { AuditAction } from '@chorus/contracts/trust'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { findProgramme, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import { chosenInstrument } from '../instruments/chosen-instrument.ts'
import type { Parts } from '../parts.ts'
import { changedPolicy } from './changed-policy.ts'
import { describeChange } from './describe-change.ts'
import { previewPolicy } from './preview-policy.ts'
import { propose } from './propose.ts'

const params = z.object({ programme: programmeId })

/** What HR changes of a programme, from its next wave on; an open wave keeps what it was opened with. */
export function programmeRuleRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const config = { permission: ['hr'] as const }

  app.patch(
    '/api/programmes/:programme/policy',
    {
      config,
      schema: {
        summary: 'Propose another policy, from the next wave on',
        params,
        body: changePolicyRequest,
        response: { 201: ruleChange },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const proposed = await proposePolicy(reader, request.params.programme, request.body, 'rule changed')
      return reply.code(201).send(describeChange(proposed, reader))
    },
  )

  app.post(
    '/api/programmes/:programme/policy/preview',
    {
      config,
      schema: {
        summary: 'Which units another policy would protect, from the roster of today. Changes nothing',
        params,
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
    '/api/programmes/:programme/reminders',
    {
      config,
      schema: {
        summary: 'Propose who gets reminders, from the next wave on',
        params,
        body: reminderRuleRequest,
        response: { 201: ruleChange },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { programme } = request.params
      const proposed = await proposePolicy(reader, programme, request.body, 'reminder rule changed')
      return reply.code(201).send(describeChange(proposed, reader))
    },
  )

  app.put(
    '/api/programmes/:programme/instrument',
    {
      config,
      schema: {
        summary: 'Propose what is asked from the next wave on; an open wave asks what it was opened with',
        params,
        body: changeInstrumentRequest,
        response: { 201: ruleChange },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const row = await programmeOf(organisation, request.params.programme)
      const chosen = await chosenInstrument(office, organisation, request.body.instrument)
      const instrument = valueOrProblem(chosen)
      if (isDeepStrictEqual(instrument, row.instrument)) throw new ProblemError('nothing-changes')
      const change = {
        kind: 'questionnaire' as const,
        programme: request.params.programme,
        name: row.name,
        before: { id: row.instrument.id, name: row.instrument.name },
        after: { id: instrument.id, name: instrument.name },
      }
      const held = { kind: 'questionnaire' as const, instrument }
      const proposed = await propose(parts, reader, { change, held }, 'programme instrument changed')
      return reply.code(201).send(describeChange(proposed, reader))
    },
  )

  async function proposePolicy(
    reader: SignedIn,
    programme: z.infer<typeof programmeId>,
    wish: ChangePolicyRequest,
    atOnce: AuditAction,
  ) {
    const { row, after } = await wished(reader, programme, wish)
    const change = { kind: 'policy' as const, programme, name: row.name, before: row.policy, after }
    return propose(parts, reader, { change }, atOnce)
  }

  /** The programme, and its policy as somebody wants it. */
  async function wished(
    { organisation }: SignedIn,
    programme: string,
    wish: ChangePolicyRequest,
  ): Promise<{ row: ProgrammeRow; after: Policy }> {
    const row = await programmeOf(organisation, programme)
    const after = changedPolicy(row.policy, wish)
    if (!after.ok) throw new ProblemError(after.error.code, after.error.detail)
    return { row, after: after.value }
  }

  async function programmeOf(organisation: string, id: string): Promise<ProgrammeRow> {
    const row = await findProgramme(office, organisation, id)
    if (!row) throw new ProblemError('unknown-programme')
    return row
  }
}
