import type { Role } from '@chorus/contracts/session'
import type { SignedIn } from '@chorus/db/stores/sessions'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

export type { SignedIn }

/**
 * Who may call a route. Every route declares one; a route that declares nothing keeps the server from starting.
 * - everybody: no sign-in needed, and none looked at;
 * - anonymous: refuses a request that carries a cookie or an authorization;
 * - a list of roles: signed in with at least one of them.
 */
type Permission = 'everybody' | 'anonymous' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission
  }
  interface FastifyRequest {
    signedIn: SignedIn | null
  }
}

export function requirePermissions(
  app: FastifyInstance,
  whoIs: (request: FastifyRequest, reply: import('fastify').FastifyReply) => Promise<SignedIn>,
): void {
  app.decorateRequest('signedIn', null)
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission
    if (permission === undefined || (Array.isArray(permission) && permission.length === 0))
      throw new Error(`${String(route.method)} ${route.url} declares no permission: say who may call it`)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const permission = request.routeOptions.config.permission
    if (permission === 'everybody') return
    if (permission === 'anonymous') {
      if (request.headers.cookie !== undefined || request.headers.authorization !== undefined)
        throw new ProblemError('credentials-not-wanted')
      return
    }
    if (permission === undefined) throw new ProblemError('not-allowed')
    const signedIn = await whoIs(request, reply)
    if (!rolesOf(signedIn).some((role) => permission.includes(role))) throw new ProblemError('not-allowed')
    request.signedIn = signedIn
  })
}

/** Everybody on the roster is an employee; who leads a unit is its manager. */
export function rolesOf(signedIn: SignedIn): Role[] {
  const roles: Role[] = ['employee']
  if (signedIn.leads.length > 0) roles.push('manager')
  if (signedIn.person.role !== 'employee') roles.push(signedIn.person.role)
  return roles
}

/** The signed-in person of a route whose permission is a list of roles. */
export function signedInPerson(request: FastifyRequest): SignedIn {
  if (request.signedIn === null) throw new ProblemError('not-signed-in')
  return request.signedIn
}
