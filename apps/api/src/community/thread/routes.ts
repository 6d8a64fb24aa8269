import {
  reactionKind,
  setReaction as setReactionBody,
  subjectKind,
  thread,
  writeReply,
} from '@chorus/contracts/community'
import { notify } from '@chorus/db/stores/notifications'
import {
  countReactions,
  deleteOwnReply,
  insertReply,
  listReplies,
  setReaction,
  updateOwnReply,
} from '@chorus/db/stores/threads'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import type { Subject } from '../subject.ts'
import { readableSubject } from '../subjects.ts'

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
      await insertReply(office, subject, {
        author: reader.person.id,
        text: request.body.text,
        at: now,
      })
      if (subject.author !== null)
        await notify(office, [
          { person: subject.author, what: 'reply', about: subject, actor: reader.person.id, at: now },
        ])
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
      if (!(await updateOwnReply(office, subject, own, request.body.text)))
        throw new ProblemError('unknown-reply')
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

  async function threadOf(reader: SignedIn, subject: Subject) {
    const [counted, replies] = await Promise.all([
      countReactions(office, subject, reader.person.id),
      listReplies(office, subject),
    ])
    return thread.parse({
      reactions: reactionKind.options.map((kind) => {
        const found = counted.find(({ reaction }) => reaction === kind)
        return { kind, count: found?.count ?? 0, mine: found?.mine ?? false }
      }),
      replies: replies.map(({ id, author, authorName, text, at, changed }) => ({
        id,
        author: author !== null && authorName !== null ? { person: author, name: authorName } : null,
        text,
        at: at.toISOString(),
        changed,
        mine: author === reader.person.id,
      })),
    })
  }
}
