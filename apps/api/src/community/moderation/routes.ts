import { decideOnTarget, moderation, moderationWaiting, redactTarget } from '@chorus/contracts/commons'
import { type TargetKind, targetKind } from '@chorus/contracts/community'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { blackOut } from './black-out.ts'
import { countWaiting, listCases } from './cases.ts'
import { decideOn } from './decide.ts'
import { findTarget } from './target.ts'

const address = z.object({ kind: targetKind, id: z.uuid() })

/** What HR of the whole decides on texts of the learning loop. */
export function moderationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/moderation',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Texts that were reported, and those that are hidden',
        response: { 200: moderation },
      },
    },
    async (request) => casesFor(signedInPerson(request)),
  )

  app.get(
    '/api/moderation/waiting',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'On how many texts somebody waits for a decision',
        response: { 200: moderationWaiting },
      },
    },
    async (request) => ({ waiting: await countWaiting(office, signedInPerson(request)) }),
  )

  app.put(
    '/api/moderation/:kind/:id',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Hide a text, show it again, decline an appeal or set reports aside',
        params: address,
        body: decideOnTarget,
        response: { 200: moderation },
      },
    },
    async (request) => {
      const decider = signedInPerson(request)
      await decideOn(office, decider, await targetOf(decider, request.params), request.body, parts.now())
      return casesFor(decider)
    },
  )

  app.post(
    '/api/moderation/:kind/:id/redactions',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Black out words of a text for good',
        params: address,
        body: redactTarget,
        response: { 200: moderation },
      },
    },
    async (request) => {
      const decider = signedInPerson(request)
      const target = await targetOf(decider, request.params)
      const now = parts.now()
      if (!(await blackOut(office, target, request.body.passage, now)))
        throw new ProblemError('passage-not-found')
      await recordEvent(office, decider.organisation, {
        at: now,
        actor: decider.person.name,
        action: 'text blacked out',
        subject: `${request.params.kind}: ${request.body.reason}`,
      })
      return casesFor(decider)
    },
  )

  async function targetOf({ organisation }: SignedIn, { kind, id }: { kind: TargetKind; id: string }) {
    const target = await findTarget(office, { organisation, kind, id })
    if (target === null) throw new ProblemError('unknown-subject')
    return target
  }

  async function casesFor(reader: SignedIn) {
    return moderation.parse({ cases: await listCases(office, reader) })
  }
}
