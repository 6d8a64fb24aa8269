import { changePost, reflection, writePost } from '@chorus/contracts/reflections'
import { deletePosts, findPost, insertPost, updatePost } from '@chorus/db/stores/reflection-posts'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { ownSession } from './found-session.ts'
import { sessionAnswer } from './session-answer.ts'
import { tellOfPost } from './tell-of-post.ts'

const sessionAddress = z.object({ session: z.uuid() })
const postAddress = sessionAddress.extend({ post: z.uuid() })

/** What people write in a session, each under the own name; written and changed until it is closed, taken back at any time. */
export function reflectionPostRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.post(
    '/api/reflections/:session/posts',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Write to a prompt of a session',
        params: sessionAddress,
        body: writePost,
        response: { 201: reflection },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { prompt, text } = request.body
      const { row, state } = await unclosed(reader, request.params.session)
      if (prompt >= row.prompts.length)
        throw new ProblemError('malformed-request', 'the session has no such prompt')
      const { organisation, person } = reader
      const at = parts.now()
      const post = { organisation, session: row.id, prompt, author: person.id, text, at }
      const id = await insertPost(office, post)
      if (state === 'open') await tellOfPost(office, { ...post, id }, { now: text }, at)
      return reply.code(201).send(await answerOf(reader, row.id))
    },
  )

  app.patch(
    '/api/reflections/:session/posts/:post',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Change a post of one’s own',
        params: postAddress,
        body: changePost,
        response: { 200: reflection },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { session, post } = request.params
      const { state } = await unclosed(reader, session)
      const before = await own(reader, session, post)
      const { text } = request.body
      await updatePost(office, before, text)
      if (state === 'open') await tellOfPost(office, before, { before: before.text, now: text }, parts.now())
      return answerOf(reader, session)
    },
  )

  app.delete(
    '/api/reflections/:session/posts/:post',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a post of one’s own back',
        params: postAddress,
        response: { 200: reflection },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { session, post } = request.params
      await ownSession(office, reader, session, parts.now())
      await deletePosts(office, reader.organisation, [(await own(reader, session, post)).id])
      return answerOf(reader, session)
    },
  )

  async function unclosed(reader: SignedIn, session: string) {
    const found = await ownSession(office, reader, session, parts.now())
    if (found.state === 'closed') throw new ProblemError('reflection-closed')
    return found
  }

  async function own(reader: SignedIn, session: string, id: string) {
    const post = await findPost(office, { organisation: reader.organisation, id })
    if (post?.session !== session || post.author !== reader.person.id)
      throw new ProblemError('unknown-subject')
    return post
  }

  async function answerOf(reader: SignedIn, session: string) {
    return sessionAnswer(office, reader, await ownSession(office, reader, session, parts.now()), parts.now())
  }
}
