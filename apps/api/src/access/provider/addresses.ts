import type { FastifyRequest } from 'fastify'
import type { Parts } from '../../parts.ts'

/** Where a provider sends people back to: what is registered there, letter by letter. */
export function callbackAddress(parts: Parts, request: FastifyRequest): string {
  return `${pagesAddress(parts, request)}/api/sign-in/callback`
}

export function afterSignOutAddress(parts: Parts, request: FastifyRequest): string {
  return `${pagesAddress(parts, request)}/sign-in`
}

/** The sign-in page with the button of one organisation: its id is not to be guessed, and shown to nobody else. */
export function buttonAddress(parts: Parts, request: FastifyRequest, organisation: string): string {
  return `${afterSignOutAddress(parts, request)}?organisation=${organisation}`
}

function pagesAddress(parts: Parts, request: FastifyRequest): string {
  return parts.pagesAt ?? `${request.protocol}://${request.host}`
}
