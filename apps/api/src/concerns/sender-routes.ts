import {
  concernMonthAnswer,
  concernReadable,
  concernReplyRequest,
  concernRequest,
  myConcernMonth,
  sealedConcernAnswers,
  ticketAnswer,
  ticketRequest,
} from '@chorus/contracts/concerns'
import { organisationId } from '@chorus/contracts/ids'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { listSealedConcernAnswers } from '@chorus/db/stores/concern-inbox'
import { findConcernMonth } from '@chorus/db/stores/concern-months'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { acceptConcern } from './accept-concern.ts'
import { acceptConcernReply } from './accept-concern-reply.ts'
import { areCollected, issueTickets } from './issue-tickets.ts'
import { currentMonth, monthOf } from './month.ts'

const params = z.object({ organisation: organisationId })

/** To raise a concern without a name: tickets for everybody who signs in, and everything else without saying who asks. */
export function concernSenderRoutes(app: App, parts: Parts): void {
  const { urn } = parts.database

  app.get(
    '/api/my/concern-month',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Of which month tickets are given now', response: { 200: myConcernMonth } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const beginning = { office: parts.database.office, vault: parts.vault }
      const { id: month } = await currentMonth(beginning, organisation, parts.now())
      const collected = await areCollected(parts, { organisation, person: person.id }, month)
      return myConcernMonth.parse({ organisation, month, collected })
    },
  )

  app.post(
    '/api/my/concern-tickets',
    {
      config: { permission: ['employee'] },
      schema: {
        summary:
          'Collect the tickets of the month, as every device does whether somebody has a concern or not',
        body: ticketRequest,
        response: { 200: ticketAnswer },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const blinded = request.body.blinded.map((text) => Buffer.from(text, 'base64url'))
      return valueOrProblem(
        await issueTickets(parts, { organisation, person: person.id }, blinded, parts.now()),
      )
    },
  )

  app.get(
    '/w/concerns/:organisation/month',
    {
      config: { permission: 'everybody', unnamed: true },
      schema: {
        summary: 'The public keys of this month: the same bytes for everybody',
        params,
        response: { 200: concernMonthAnswer },
      },
    },
    async (request) => {
      const { organisation } = request.params
      enterOrganisation(organisation)
      const month = await findConcernMonth(urn, organisation, monthOf(parts.now()))
      if (!month) throw new ProblemError('not-found')
      return { canonical: month.description, fingerprint: month.fingerprint }
    },
  )

  app.get(
    '/w/concerns/:organisation/answers',
    {
      config: { permission: 'everybody', unnamed: true },
      schema: {
        summary:
          'All that was said to senders, each of which its sender alone can open: the same bytes for everybody',
        params,
        response: { 200: sealedConcernAnswers },
      },
    },
    async (request) => {
      const { organisation } = request.params
      enterOrganisation(organisation)
      const answers = await listSealedConcernAnswers(urn, organisation)
      return { answers: answers.map(({ box, ...answer }) => ({ ...answer, box: box.toString('base64url') })) }
    },
  )

  app.post(
    '/u/concerns/:organisation',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Raise a concern, without credentials',
        params,
        body: concernRequest,
        response: { 200: concernReadable },
      },
    },
    async (request) => {
      const { organisation } = request.params
      enterOrganisation(organisation)
      const accepting = { urn, vault: parts.vault }
      return valueOrProblem(await acceptConcern(accepting, organisation, request.body, parts.now()))
    },
  )

  app.post(
    '/u/concerns/:organisation/reply',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Reply once to what was said to the sender, without credentials',
        params,
        body: concernReplyRequest,
        response: { 200: concernReadable },
      },
    },
    async (request) => {
      const { organisation } = request.params
      enterOrganisation(organisation)
      const accepting = { urn, vault: parts.vault }
      return valueOrProblem(await acceptConcernReply(accepting, organisation, request.body, parts.now()))
    },
  )
}
