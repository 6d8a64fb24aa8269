import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Parts } from '../../parts.ts'

const cookieName = 'chorus_journey'
const path = '/api/sign-in/callback'
const purpose = 'journey to a provider'
const longestSeconds = 10 * 60

/** What this browser must bring back from a provider. It stands in its own cookie, sealed, and nowhere on the server. */
const journey = z.object({
  organisation: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where in the app to go then. */
  to: z.string(),
  /** The administrator who only tries it: nobody is signed in then. */
  triedBy: z.string().nullable(),
  /** Milliseconds since 1970. */
  endsAt: z.number(),
})
type Journey = z.infer<typeof journey>

/** Lax, not strict: it is to be sent when the provider sends the browser back, which is another site. */
export function beginJourney(parts: Parts, reply: FastifyReply, facts: Omit<Journey, 'endsAt'>): void {
  const endsAt = parts.now().getTime() + longestSeconds * 1000
  const sealed = parts.secrets.seal(purpose, JSON.stringify({ ...facts, endsAt }))
  reply.setCookie(cookieName, sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: parts.secureCookies,
    path,
    maxAge: longestSeconds,
  })
}

/** The journey that this browser set out on, once; null where it set out on none, or too long ago. */
export function endJourney(parts: Parts, request: FastifyRequest, reply: FastifyReply): Journey | null {
  const cookie = request.cookies[cookieName]
  if (cookie === undefined) return null
  reply.clearCookie(cookieName, { path })
  const text = parts.secrets.open(purpose, Buffer.from(cookie, 'base64url'))
  if (text === null) return null
  const read = journey.parse(JSON.parse(text))
  return parts.now().getTime() < read.endsAt ? read : null
}
