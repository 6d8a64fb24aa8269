import { type ProviderTry, providerTry } from '@chorus/contracts/sign-in'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Parts } from '../../parts.ts'

const cookieName = 'chorus_tried'
const path = '/api/sign-in-settings/tried'
const lifeSeconds = 5 * 60

type Tried = NonNullable<ProviderTry['tried']>

/** How an administrator's try ended, for the page that the browser is sent to next. It is sealed for that administrator. */
export function keepTry(parts: Parts, reply: FastifyReply, administrator: string, tried: Tried): void {
  const sealed = parts.secrets.seal(purposeOf(administrator), JSON.stringify({ tried }))
  reply.setCookie(cookieName, sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.secureCookies,
    path,
    maxAge: lifeSeconds,
  })
}

/** It is told once. */
export function takeTry(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  administrator: string,
): ProviderTry {
  const cookie = request.cookies[cookieName]
  if (cookie === undefined) return { tried: null }
  reply.clearCookie(cookieName, { path })
  const text = parts.secrets.open(purposeOf(administrator), Buffer.from(cookie, 'base64url'))
  return text === null ? { tried: null } : providerTry.parse(JSON.parse(text))
}

function purposeOf(administrator: string): string {
  return `try of a provider by ${administrator}`
}
