import { enterOrganisation } from '@chorus/db/organisation-scope'
import type { SessionKey } from '@chorus/db/stores/session-pages'
import { endSession, findSession, rotateSession, type SignedIn } from '@chorus/db/stores/sessions'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { lastSessionDay } from './last-session-day.ts'

export const cookieName = 'chorus_session'

/** How long one token is good; an older one is exchanged for a fresh one. */
const tokenLifeSeconds = 15 * 60
/** How long a device may stay silent before the person has to sign in again. */
const longestSilenceSeconds = 12 * 3600

/** What the token in the cookie says: which session, and the mark it was given at its last rotation. */
type Claims = { readonly org: string; readonly sid: string; readonly mark: number; readonly iat: number }

/** Puts a fresh token into the cookie: httpOnly, this site only. */
export function setSessionCookie(
  app: FastifyInstance,
  parts: Parts,
  reply: FastifyReply,
  session: SessionKey & { mark: number },
): void {
  const iat = Math.floor(parts.now().getTime() / 1000)
  const token = app.jwt.sign(
    { org: session.organisation, sid: session.id, mark: session.mark, iat },
    { expiresIn: tokenLifeSeconds },
  )
  reply.setCookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.secureCookies,
    path: '/',
    maxAge: longestSilenceSeconds,
  })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: '/' })
}

/**
 * Whose request this is. A token past its short life is rotated; the one just before is still taken, because
 * a page asks for several things at once; an older one was copied from somewhere, and ends the session.
 */
export async function signedInBy(
  app: FastifyInstance,
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn> {
  const cookie = request.cookies[cookieName]
  if (cookie === undefined) throw new ProblemError('not-signed-in')
  const claims = readToken(app, parts, cookie)
  enterOrganisation(claims.org)
  const now = parts.now()
  const key = { organisation: claims.org, endsOn: lastSessionDay(now), id: claims.sid }
  const session = await findSession(parts.database.office, key, now)
  if (!session) throw new ProblemError('session-ended')
  if (claims.mark !== session.mark && claims.mark !== session.markBefore) {
    await endSession(parts.database.office, key)
    throw new ProblemError('session-ended')
  }
  const age = now.getTime() / 1000 - claims.iat
  if (age > tokenLifeSeconds && claims.mark === session.mark) {
    const mark = await rotateSession(parts.database.office, key, session.mark)
    if (mark !== null) setSessionCookie(app, parts, reply, { ...key, mark })
  }
  return session
}

function readToken(app: FastifyInstance, parts: Parts, token: string): Claims {
  try {
    const claims = app.jwt.verify<Claims>(token, { ignoreExpiration: true })
    const silence = parts.now().getTime() / 1000 - claims.iat
    if (silence <= longestSilenceSeconds) return claims
  } catch {
    // Not one of our tokens, or signed with another key: the person signs in again.
  }
  throw new ProblemError('session-ended')
}
