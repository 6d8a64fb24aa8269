import {
  isAskedFor,
  type MailTopic,
  mailTopic,
  reminders,
  remindersRequest,
  reminderToken,
} from '@chorus/contracts/mail'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { listOrganisationIds } from '@chorus/db/stores/whose'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { marksWithoutReminders, setReminders } from './reminders.ts'

const tokenParams = z.object({ token: reminderToken })
const topicQuery = z.object({ topic: mailTopic.default('reminders') })
type Place = { readonly organisation: string; readonly mark: string; readonly topic: MailTopic }

/**
 * Whether somebody gets reminders, or mails of another topic: by the link in a mail, without signing in, or signed in. No line of any trail is written, and
 * nothing that HR can call depends on it.
 */
export function reminderRoutes(app: App, parts: Parts): void {
  const { office, mailer } = parts.database
  const store = { mailer, marks: parts.marks }

  app.get(
    '/api/reminders/:token',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'Whether the address that this link was mailed to gets reminders',
        params: tokenParams,
        response: { 200: reminders },
      },
    },
    async (request) => read(await placeOfToken(request.params.token)),
  )

  app.put(
    '/api/reminders/:token',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'Reminders or no reminders, by the link in a mail',
        params: tokenParams,
        body: remindersRequest,
        response: { 200: reminders },
      },
    },
    async (request) => change(await placeOfToken(request.params.token), request.body.wanted),
  )

  app.get(
    '/api/my/reminders',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Whether I get reminders, or mails of another topic',
        querystring: topicQuery,
        response: { 200: reminders },
      },
    },
    async (request) => read(placeOfPerson(request, request.query.topic)),
  )

  app.put(
    '/api/my/reminders',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Reminders or no reminders for me, or mails of another topic',
        querystring: topicQuery,
        body: remindersRequest,
        response: { 200: reminders },
      },
    },
    async (request) => change(placeOfPerson(request, request.query.topic), request.body.wanted),
  )

  void app.register(async (oneClick) => {
    // What mail programs send is a form; which one does not matter.
    oneClick.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      (_request, _body, done) => done(null, null),
    )
    oneClick.post<{ Params: { token: string } }>(
      '/reminders/:token',
      {
        config: { permission: 'everybody' },
        schema: {
          summary: 'No reminders, asked for by a mail program (RFC 8058)',
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const token = reminderToken.safeParse(request.params.token)
        if (!token.success) throw new ProblemError('reminder-link-not-valid')
        await change(await placeOfToken(token.data), false)
        return reply.code(204).send(null)
      },
    )
  })

  async function placeOfToken(token: string): Promise<Place> {
    for (const organisation of await listOrganisationIds(office)) {
      const found = parts.marks.markIn(organisation, token)
      if (found === null) continue
      enterOrganisation(organisation)
      return { organisation, ...found }
    }
    throw new ProblemError('reminder-link-not-valid')
  }

  function placeOfPerson(request: FastifyRequest, topic: MailTopic): Place {
    const { organisation, person } = signedInPerson(request)
    return { organisation, mark: parts.marks.markOf(organisation, person.email, topic), topic }
  }

  async function read({ organisation, mark, topic }: Place) {
    const isMarked = (await marksWithoutReminders(store, organisation)).has(mark)
    return { topic, wanted: isMarked === isAskedFor(topic) }
  }

  async function change({ organisation, mark, topic }: Place, wanted: boolean) {
    await setReminders(store, organisation, { mark, topic }, wanted)
    return { topic, wanted }
  }
}
