import {
  reactionKind,
  setReaction as setReactionBody,
  subjectKind,
  thread,
  writeReply,
} from '@chorus/contracts/community'
import { findHidden } from '@chorus/db/stores/hidden-targets'
import { notify } from '@chorus/db/stores/notifications'
import { findReply } from '@chorus/db/stores/targets'
import { deleteOwnReply, insertReply, setReaction, updateOwnReply } from '@chorus/db/stores/threads'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { tellMentioned } from '../mentions.ts'
import type { Subject } from '../subject.ts'
import { readableSubject } from '../subjects.ts'
import { describeThread } from './describe-thread.ts'

const address = z.object({ kind: subjectKind, id: z.uuid() })
const replyAddress = address.extend({ reply: z.uuid() })

/** Replies and reactions, under whatever somebody may read. */
export function threadRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/community/:kind/:id/thread',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Replies and reactions', params: address, response: { 200: thread } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      return threadOf(reader, await subjectOf(reader, request.params))
    },
  )

  app.post(
    '/api/community/:kind/:id/replies',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Reply', params: address, body: writeReply, response: { 201: thread } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const subject = await subjectOf(reader, request.params)
      const now = parts.now()
      const { text } = request.body
      await insertReply(office, subject, { author: reader.person.id, text, at: now })
      const by = { actor: reader.person.id, at: now }
      const mentioned = await tellMentioned(office, subject, { now: [text] }, by)
      if (subject.author !== null && !mentioned.includes(subject.author))
        await notify(office, [{ person: subject.author, what: 'reply', about: subject, ...by }])
      return reply.code(201).send(await threadOf(reader, subject))
    },
  )

  app.patch(
    '/api/community/:kind/:id/replies/:reply',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Change a reply of one’s own',
        params: replyAddress,
        body: writeReply,
        response: { 200: thread },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const subject = await subjectOf(reader, request.params)
      const own = { id: request.params.reply, author: reader.person.id }
      const before = await findReply(office, reader.organisation, own.id)
      const { text } = request.body
      if (!before || !(await updateOwnReply(office, subject, own, text)))
        throw new ProblemError('unknown-reply')
      const by = { actor: reader.person.id, at: parts.now() }
      // What is hidden is nobody's to read, so nobody is told of it.
      if ((await findHidden(office, { ...subject, kind: 'reply', id: own.id })) === null)
        await tellMentioned(office, subject, { before: [before.text], now: [text] }, by)
      return threadOf(reader, subject)
    },
  )

  app.delete(
    '/api/community/:kind/:id/replies/:reply',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a reply of one’s own back',
        params: replyAddress,
        response: { 200: thread },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const subject = await subjectOf(reader, request.params)
      const own = { id: request.params.reply, author: reader.person.id }
      if (!(await deleteOwnReply(office, subject, own))) throw new ProblemError('unknown-reply')
      return threadOf(reader, subject)
    },
  )

  app.put(
    '/api/community/:kind/:id/reactions/:reaction',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'React, or take a reaction back',
        params: address.extend({ reaction: reactionKind }),
        body: setReactionBody,
        response: { 200: thread },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const subject = await subjectOf(reader, request.params)
      const given = { person: reader.person.id, reaction: request.params.reaction }
      await setReaction(office, subject, given, request.body.on)
      return threadOf(reader, subject)
    },
  )

  const subjectOf = (reader: SignedIn, { kind, id }: z.infer<typeof address>) =>
    readableSubject(office, reader, kind, id)

  const threadOf = (reader: SignedIn, subject: Subject) => describeThread(office, reader.person.id, subject)
}
