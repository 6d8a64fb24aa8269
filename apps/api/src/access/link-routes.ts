import { setTimeout } from 'node:timers/promises'
import { linkAsked, linkOffer, linkRequest } from '@chorus/contracts/mail'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import { RequestLimit } from '../mail/request-limit.ts'
import { sendSignInLink } from '../mail/send-sign-in-link.ts'
import type { Parts } from '../parts.ts'
import { codeOfAsker, rememberAsker } from './asking-browser.ts'

/** Somebody asks for a new link. Whether anybody has the address is looked up after the answer, which is always the same. */
export function linkRoutes(app: App, parts: Parts): void {
  const limit = new RequestLimit({ each: 3, all: 2_000, periodMilliseconds: 15 * 60_000 })
  const underWay = new Set<Promise<void>>()
  const ending = new AbortController()
  app.addHook('onClose', async () => {
    ending.abort()
    await Promise.all(underWay)
  })
  const pause = (seconds: number) =>
    setTimeout(seconds * 1000, true, { signal: ending.signal }).catch(() => false)

  app.get(
    '/api/session/link',
    {
      config: { permission: 'everybody' },
      schema: { summary: 'Whether sign-in links can be asked for', response: { 200: linkOffer } },
    },
    async () => ({ offered: parts.mail !== null }),
  )

  app.post(
    '/api/session/link',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'Mail a sign-in link to this address, if somebody has it',
        body: linkRequest,
        response: { 202: linkAsked },
      },
    },
    async (request, reply) => {
      const { mail } = parts
      if (mail === null) throw new ProblemError('mail-not-set-up')
      const asker = rememberAsker(parts, request, reply)
      const asked = { ...request.body, askedBy: asker }
      const sending = new Promise<void>((resolve) => reply.raw.once('close', resolve))
        .then(() =>
          sendSignInLink(
            {
              office: parts.database.office,
              ...mail,
              limit,
              now: parts.now(),
              clock: parts.now,
              pause,
              report: parts.report,
            },
            asked,
          ),
        )
        // The kind alone: a message could carry the address.
        .catch((error) =>
          parts.report(`A sign-in link was not sent: ${error instanceof Error ? error.name : ''}`),
        )
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
      return reply.code(202).send({ code: codeOfAsker(parts, asker) })
    },
  )
}
