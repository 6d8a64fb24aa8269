import { randomUUID } from 'node:crypto'
import type { NotificationKind } from '@chorus/contracts/community'
import {
  answerFeedback,
  feedbackWords,
  type GiveFeedback,
  giveFeedback,
  myFeedback,
} from '@chorus/contracts/feedback'
import {
  deleteFeedback,
  findFeedback,
  insertFeedback,
  listFeedback,
  markFeedback,
} from '@chorus/db/stores/feedback'
import { answerRequest, findWaitingRequest, listFeedbackRequests } from '@chorus/db/stores/feedback-requests'
import { peopleOfToday } from '@chorus/db/stores/named-colleagues'
import { notify } from '@chorus/db/stores/notifications'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { describeGiven, describeReceived, describeRequest } from './describe-feedback.ts'
import { openNote, openWords, sealWords } from './sealed-words.ts'

const feedbackAddress = z.object({ feedback: z.uuid() })

/** Feedback between two people. Every route asks the tables for what is the reader's own, and no role opens anything else. */
export function feedbackRoutes(app: App, parts: Parts): void {
  const { database, secrets } = parts
  const { office } = database

  app.get(
    '/api/my/feedback',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Feedback that one received, gave, asked for and is asked for',
        response: { 200: myFeedback },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const [received, given, asked, askedOfMe] = await Promise.all([
        listFeedback(office, organisation, 'receiver', person.id),
        listFeedback(office, organisation, 'giver', person.id),
        listFeedbackRequests(office, organisation, 'asker', person.id),
        listFeedbackRequests(office, organisation, 'giver', person.id),
      ])
      return myFeedback.parse({
        received: received.map(describeReceived),
        given: given.map((row) => describeGiven(row, secrets)),
        asked: asked.map((row) => describeRequest(row, row.giver, secrets)),
        askedOfMe: askedOfMe
          .filter(({ declined }) => declined === null)
          .map((row) => describeRequest(row, row.asker, secrets)),
      })
    },
  )

  app.post(
    '/api/feedback',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Give feedback to one person',
        body: giveFeedback,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const giver = signedInPerson(request)
      const { to, ...words } = request.body
      const { receiver, question } = await whoIsMeant(giver, to)
      const place = { organisation: giver.organisation, id: randomUUID() }
      const row = {
        ...place,
        receiver,
        giver: giver.person.id,
        words: sealWords(secrets, place, { question, ...words }),
        on: today(),
      }
      if (to.kind === 'person') await insertFeedback(office, row)
      else if (
        !(await answerRequest(
          office,
          { organisation: giver.organisation, id: to.request, giver: giver.person.id },
          row,
        ))
      )
        throw new ProblemError('unknown-subject')
      await tell(giver, receiver, 'feedback given', place.id)
      return reply.code(201).send({ id: place.id })
    },
  )

  app.post(
    '/api/feedback/:feedback/read',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Read feedback that one received',
        params: feedbackAddress,
        response: { 200: feedbackWords },
      },
    },
    async (request) => {
      const key = receivedBy(signedInPerson(request), request.params.feedback)
      const row = await findFeedback(office, key)
      if (!row) throw new ProblemError('unknown-subject')
      if (!row.read) await markFeedback(office, key, { read: true })
      return feedbackWords.parse(openWords(secrets, row, row.words))
    },
  )

  app.patch(
    '/api/feedback/:feedback',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say that feedback helped, or give thanks for it',
        params: feedbackAddress,
        body: answerFeedback,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const receiver = signedInPerson(request)
      const key = receivedBy(receiver, request.params.feedback)
      const row = await findFeedback(office, key)
      if (!row) throw new ProblemError('unknown-subject')
      const { helpful = row.helpful, thanked = row.thanked } = request.body
      await markFeedback(office, key, { helpful, thanked })
      const isNew = (helpful && !row.helpful) || (thanked && !row.thanked)
      if (isNew && row.giver !== null) await tell(receiver, row.giver, 'feedback answered', row.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/feedback/:feedback',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Delete feedback that one received, or take back what was not read',
        params: feedbackAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const key = receivedBy(reader, request.params.feedback)
      const { organisation, id } = key
      const given = { organisation, id, giver: reader.person.id }
      if (!(await deleteFeedback(office, key)) && !(await deleteFeedback(office, given)))
        throw new ProblemError((await findFeedback(office, given)) ? 'feedback-read' : 'unknown-subject')
      return reply.code(204).send(null)
    },
  )

  async function whoIsMeant({ organisation, person }: SignedIn, to: GiveFeedback['to']) {
    if (to.kind === 'request') {
      const asked = await findWaitingRequest(office, { organisation, id: to.request, giver: person.id })
      if (!asked) throw new ProblemError('unknown-subject')
      return { receiver: asked.asker, question: openNote(secrets, asked, asked.question) }
    }
    const [found] = await peopleOfToday(office, organisation, [to.receiver])
    if (!found || found.id === person.id) throw new ProblemError('unknown-person')
    return { receiver: found.id, question: '' }
  }

  async function tell(actor: SignedIn, person: string, what: NotificationKind, id: string): Promise<void> {
    const about = { organisation: actor.organisation, kind: 'feedback' as const, id }
    await notify(office, [{ person, what, about, actor: actor.person.id, at: parts.now() }])
  }

  const receivedBy = ({ organisation, person }: SignedIn, id: string) => ({
    organisation,
    id,
    receiver: person.id,
  })

  const today = () => parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
}
