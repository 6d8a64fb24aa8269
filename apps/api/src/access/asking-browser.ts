import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Parts } from '../parts.ts'

const cookieName = 'chorus_asked'
const path = '/api/session'
/** Longer than any link that is asked for. */
const lifeSeconds = 20 * 60

/**
 * Gives the browser that asks for a link something to be known by when the link is opened; every browser that asks gets it, whatever it asked for.
 * @returns its SHA-256, which stands with the link
 */
export function rememberAsker(parts: Parts, request: FastifyRequest, reply: FastifyReply): Buffer {
  const kept = request.cookies[cookieName]
  const value = kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
  reply.setCookie(cookieName, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.secureCookies,
    path,
    maxAge: lifeSeconds,
  })
  return hashOf(value)
}

/** The SHA-256 of what this browser was given when it asked; null where it did not. */
export function askerOf(request: FastifyRequest): Buffer | null {
  const kept = request.cookies[cookieName]
  return kept === undefined ? null : hashOf(kept)
}

/** Six digits for people to read off the browser that asked. They are worked out and stored nowhere. */
export function codeOfAsker(parts: Parts, asker: Buffer): string {
  const mark = parts.secrets.markOf('code of a browser that asked', asker.toString('base64'))
  return String(mark.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

function hashOf(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}
