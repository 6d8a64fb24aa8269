import { enterOrganisation } from '@chorus/db/organisation-scope'
import { findSession, forgetPastSessions, type SignedIn, startSession } from '@chorus/db/stores/sessions'
import type { FastifyReply } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { lastSessionDay } from './last-session-day.ts'
import { setSessionCookie } from './session-cookie.ts'

/** Starts a session of somebody who has shown who it is, in whatever way. Nothing of the way, the device or the time is kept. */
export async function enter(
  app: App,
  parts: Parts,
  reply: FastifyReply,
  who: { readonly organisation: string; readonly person: string },
): Promise<SignedIn> {
  enterOrganisation(who.organisation)
  const { office } = parts.database
  const now = parts.now()
  await forgetPastSessions(office, who.organisation, now.toISOString().slice(0, 10))
  const { mark, ...key } = await startSession(office, who, lastSessionDay(now))
  const signedIn = await findSession(office, key, now)
  if (!signedIn) throw new ProblemError('session-ended')
  setSessionCookie(app, parts, reply, { ...key, mark })
  return signedIn
}
