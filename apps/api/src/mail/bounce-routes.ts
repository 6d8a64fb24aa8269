import { randomBytes } from 'node:crypto'
import { bounceSecret, bouncesRequest, madeBounceSecret } from '@chorus/contracts/bounces'
import type { AuditAction } from '@chorus/contracts/trust'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { bounceSecretMadeOn, removeBounceSecret, replaceBounceSecret } from '@chorus/db/stores/bounce-secrets'
import { noteBounces } from '@chorus/db/stores/mail-bounces'
import { organisationOfBounceSecret } from '@chorus/db/stores/whose'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hashOfSecret } from '../access/sign-in-link.ts'
import { type BounceReporter, bounceReporterOf, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** Begins every secret, so that none of another kind is taken for it. */
const prefix = 'chorus-bounces_'

/** Which mails came back, said by a program; and the secret with which it says so. */
export function bounceRoutes(app: App, parts: Parts): void {
  const { office, mailer } = parts.database

  app.post(
    '/api/mail/bounces',
    {
      config: { permission: 'bounces' },
      schema: {
        summary: 'Mails that came back, said by a program with the secret for it',
        body: bouncesRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation } = bounceReporterOf(request)
      await noteBounces(mailer, organisation, request.body.bounces, parts.now())
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/mail/bounce-secret',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Since when a program may say that mails came back',
        response: { 200: bounceSecret },
      },
    },
    async (request) => ({
      madeOn: await bounceSecretMadeOn(office, signedInPerson(request).organisation),
    }),
  )

  app.post(
    '/api/mail/bounce-secret',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Make the secret with which a program says that mails came back, in place of the one before',
        response: { 201: madeBounceSecret },
      },
    },
    async (request, reply) => {
      const { organisation } = signedInPerson(request)
      const secret = prefix + randomBytes(32).toString('base64url')
      const madeOn = parts.now().toISOString().slice(0, 10)
      await replaceBounceSecret(office, { organisation, hash: hashOfSecret(secret), madeOn })
      await note(request, 'bounce secret made')
      return reply.code(201).send({ madeOn, secret })
    },
  )

  app.delete(
    '/api/mail/bounce-secret',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'Let no program say any more that mails came back', response: { 204: z.null() } },
    },
    async (request, reply) => {
      if (await removeBounceSecret(office, signedInPerson(request).organisation))
        await note(request, 'bounce secret removed')
      return reply.code(204).send(null)
    },
  )

  async function note(request: FastifyRequest, action: AuditAction): Promise<void> {
    const { organisation, organisationName, person } = signedInPerson(request)
    await recordEvent(office, organisation, {
      at: parts.now(),
      actor: person.name,
      action,
      subject: organisationName,
    })
  }
}

/** Finds whose secret a request carries: by its hash, so that how long it takes tells nothing of the secret. */
export function bounceReporterBy({ database }: Pick<Parts, 'database'>) {
  return async (authorization: string | undefined): Promise<BounceReporter> => {
    const [, secret] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
    const organisation = secret?.startsWith(prefix)
      ? await organisationOfBounceSecret(database.office, hashOfSecret(secret))
      : null
    if (organisation === null) throw new ProblemError('token-not-valid')
    enterOrganisation(organisation)
    return { organisation }
  }
}
