import { readText } from '@chorus/ballot/padded-text'
import { present } from '@chorus/basics/assert'
import { unitId, waveId } from '@chorus/contracts/ids'
import {
  commentAnswerRequest,
  commentedWaves,
  conversations,
  readableFrom,
  replyRequest,
  sealedAnswers,
} from '@chorus/contracts/replies'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listCommentAnswers, listSealedAnswers } from '@chorus/db/stores/comment-answers'
import { putReply } from '@chorus/db/stores/comment-replies'
import { findComment, listComments, listReleases } from '@chorus/db/stores/releases'
import { findWaveById } from '@chorus/db/stores/waves'
import { z } from 'zod'
import { inStead, readersByRole, rolesOf, type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { newestProgramme, readableUnits } from '../stages/report/readable-waves.ts'
import { unitsBelow } from '../stages/report/unit-comments.ts'
import { answerComment } from './answer-comment.ts'
import { batchDay, readableDay } from './batch-day.ts'
import { type OfficeRights, officeOf } from './office-of.ts'
import { ticketHash } from './ticket-hash.ts'

/** Two-way without a name: an office answers a released comment, its author alone can open the answer, and may reply once to each. */
export function replyRoutes(app: App, parts: Parts): void {
  const { reporter, office, urn } = parts.database

  app.get(
    '/api/reports/units/:unit/conversations',
    {
      config: { permission: readersByRole },
      schema: {
        summary: 'What my office said to the authors of comments in a unit, and what they replied',
        params: z.object({ unit: unitId }),
        querystring: z.object({ wave: waveId }),
        response: { 200: conversations },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const headers = await newestProgramme(reporter, reader)
      const { byRole } = await readableUnits(office, reader, present(headers.at(-1), 'the newest release'))
      const unit = byRole.find((one) => one.id === request.params.unit)
      if (!unit) throw new ProblemError('unknown-unit')
      const header = headers.find((one) => one.wave === request.query.wave)
      if (!header) throw new ProblemError('unknown-wave')
      const here = await listComments(reporter, header, unitsBelow(unit.id, header.units))
      const writtenIn = new Map(here.map(({ id, unit: place }) => [id, place]))
      const today = readableDay(parts.now())
      const newest = headers.at(-1)?.units ?? []
      const trees = { ofWave: header.units, newest }
      const rights = rightsOf(reader)
      /** A conversation is read by the office that began it: an author who is asked by HR does not reply to the own manager. */
      const isOwnOffice = (comment: string, office: string | null) => {
        const place = writtenIn.get(comment)
        if (place === undefined) return false
        if (office !== null) return rights.leads.includes(office)
        return officeOf(place, trees, { ...rights, leads: [] }) !== null
      }
      const nameOf = new Map<string, string>([...header.units, ...newest].map(({ id, name }) => [id, name]))
      const answers = await listCommentAnswers(reporter, header)
      return {
        answers: answers
          .filter((one) => isOwnOffice(one.comment, one.unit))
          .map(({ comment, unit: answeredBy, text, readableOn, reply }) => ({
            comment,
            unit: answeredBy && (nameOf.get(answeredBy) ?? answeredBy),
            text,
            readableOn,
            isReadable: readableOn <= today,
            reply: reply && reply.readableOn <= today ? reply.text : null,
          })),
      }
    },
  )

  app.post(
    '/api/reports/comments/:comment/answers',
    {
      config: { permission: readersByRole },
      schema: {
        summary: 'Answer a comment, in my role, to an author whom nobody knows',
        params: z.object({ comment: z.uuid() }),
        body: commentAnswerRequest,
        response: { 201: readableFrom },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const headers = await newestProgramme(reporter, reader)
      const { comment: id } = request.params
      const comment = await findComment(reporter, reader.organisation, id)
      const header = headers.find(({ wave }) => wave === comment?.wave)
      const newest = headers.at(-1)?.units ?? []
      const speaking =
        comment && header && officeOf(comment.unit, { ofWave: header.units, newest }, rightsOf(reader))
      if (!speaking) throw new ProblemError('unknown-comment')
      const answerable = { ...comment, organisation: reader.organisation, id }
      const answered = valueOrProblem(
        await answerComment(office, answerable, speaking, request.body.text, parts.now()),
      )
      const alone = officeOf(
        comment.unit,
        { ofWave: header.units, newest },
        rightsOf({ ...reader, standsIn: [] }),
      )
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: inStead(reader.person.name, alone ? [] : reader.standsIn.map(({ giver }) => giver)),
        action: 'comment answered',
        subject: header.units.find((unit) => unit.id === comment.unit)?.name ?? comment.unit,
      })
      return reply.code(201).send(answered)
    },
  )

  app.get(
    '/api/my/commented-waves',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Published waves that asked for comments: where an author may look for answers',
        response: { 200: commentedWaves },
      },
    },
    async (request) => {
      const headers = await listReleases(reporter, signedInPerson(request).organisation)
      return commentedWaves.parse({
        waves: headers
          .filter(({ policy }) => policy.comments === true)
          .map(({ wave, label, closedOn, instrument }) => ({
            wave,
            label,
            closed: closedOn,
            scales: instrument.scales.map(({ id, name }) => ({ id, name })),
          }))
          .reverse(),
      })
    },
  )

  app.get(
    '/w/:wave/comment-answers',
    {
      config: { permission: 'everybody', unnamed: true },
      schema: {
        summary:
          'All answers to comments, each of which its author alone can open: the same bytes for everybody',
        params: z.object({ wave: waveId }),
        response: { 200: sealedAnswers },
      },
    },
    async (request) => {
      const wave = await findWaveById(urn, request.params.wave)
      if (!wave) throw new ProblemError('unknown-wave')
      const answers = await listSealedAnswers(urn, wave.id, readableDay(parts.now()))
      return sealedAnswers.parse({
        answers: answers.map(({ box, ...answer }) => ({ ...answer, box: box.toString('base64url') })),
      })
    },
  )

  app.post(
    '/u/:wave/reply',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Reply once to an answer, without credentials',
        params: z.object({ wave: waveId }),
        body: replyRequest,
        response: { 200: readableFrom },
      },
    },
    async (request) => {
      const { answer, ticket, text: padded } = request.body
      const text = readText(Buffer.from(padded, 'base64url'))
      if (!text) throw new ProblemError('malformed-request')
      const readableOn = valueOrProblem(
        await putReply(urn, {
          wave: request.params.wave,
          answer,
          ticketHash: ticketHash(Buffer.from(ticket, 'base64url')),
          text,
          readableOn: batchDay(parts.now()),
        }),
      )
      return { readableOn }
    },
  )
}

function rightsOf(reader: SignedIn): OfficeRights {
  const lent = (as: 'manager' | 'hr') =>
    reader.standsIn.filter((one) => one.as === as).map(({ unit }) => unit)
  return {
    isHr: rolesOf(reader).includes('hr'),
    hrUnits: [...(reader.hrUnits ?? []), ...lent('hr')].map(({ id }) => id),
    leads: [...reader.leads, ...lent('manager')].map(({ id }) => id),
  }
}
