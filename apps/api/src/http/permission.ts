import type { Role } from '@chorus/contracts/session'
import type { KnownPerson } from '@chorus/db/stores/known-person'
import type { SignedIn } from '@chorus/db/stores/sessions'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

export type { KnownPerson, SignedIn }

/**
 * Who may call a route. Every route declares one; a route that declares nothing keeps the server from starting.
 * - everybody: no sign-in needed, and none looked at;
 * - anonymous: refuses a request that carries a cookie or an authorization;
 * - scim: an identity provider with a SCIM token, which opens nothing else;
 * - first-start: no sign-in needed, while the installation has no organisation, and nobody afterwards;
 * - bounces: a program with the secret for saying that mails came back, which opens nothing else;
 * - a list of roles: signed in with at least one of them.
 */
type Permission = 'everybody' | 'anonymous' | 'first-start' | 'scim' | 'bounces' | readonly Role[]

/** The SCIM token that a request came with. */
export type ScimClient = { readonly organisation: string; readonly id: string; readonly name: string }

/** For which organisation a program says that mails came back. */
export type BounceReporter = { readonly organisation: string }

/** Who reads a report: signed in, or by a personal token, of which this is the name. */
export type Reader = KnownPerson & { readonly token: string | null }

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission
    /** A personal token opens it too, with the rights that its owner has at this moment. Nothing else takes an authorization. */
    personalToken?: true
  }
  interface FastifyRequest {
    signedIn: SignedIn | null
    reader: Reader | null
    scimClient: ScimClient | null
    bounceReporter: BounceReporter | null
  }
}

export function requirePermissions(
  app: FastifyInstance,
  whoIs: (request: FastifyRequest, reply: FastifyReply) => Promise<SignedIn>,
  whoseToken: (authorization: string) => Promise<Reader>,
  whoseScimToken: (authorization: string | undefined) => Promise<ScimClient>,
  whoseBounceSecret: (authorization: string | undefined) => Promise<BounceReporter>,
  isEmpty: () => Promise<boolean>,
): void {
  app.decorateRequest('signedIn', null)
  app.decorateRequest('reader', null)
  app.decorateRequest('scimClient', null)
  app.decorateRequest('bounceReporter', null)
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission
    if (permission === undefined || (Array.isArray(permission) && permission.length === 0))
      throw new Error(`${String(route.method)} ${route.url} declares no permission: say who may call it`)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const { permission, personalToken } = request.routeOptions.config
    const { authorization } = request.headers
    if (permission === 'everybody') return
    if (permission === 'anonymous') {
      if (request.headers.cookie !== undefined || authorization !== undefined)
        throw new ProblemError('credentials-not-wanted')
      return
    }
    if (permission === undefined) throw new ProblemError('not-allowed')
    if (permission === 'first-start') {
      if (!(await isEmpty())) throw new ProblemError('already-set-up')
      return
    }
    if (permission === 'scim') {
      request.scimClient = await whoseScimToken(authorization)
      return
    }
    if (permission === 'bounces') {
      request.bounceReporter = await whoseBounceSecret(authorization)
      return
    }
    if (personalToken && authorization !== undefined) {
      request.reader = allowed(await whoseToken(authorization), permission)
      return
    }
    const signedIn = allowed(await whoIs(request, reply), permission)
    request.signedIn = signedIn
    if (personalToken) request.reader = { ...signedIn, token: null }
  })
}

function allowed<T extends KnownPerson>(person: T, permission: readonly Role[]): T {
  if (!rolesOf(person).some((role) => permission.includes(role))) throw new ProblemError('not-allowed')
  return person
}

/** Who reads reports by a right, and not only that of the own unit. */
export const readersByRole: readonly Role[] = ['manager', 'stand-in', 'hr', 'part-hr']

/** Everybody on the roster is an employee; who leads a unit is its manager. */
export function rolesOf({ person, leads, hrUnits, standsIn }: KnownPerson): Role[] {
  const roles: Role[] = ['employee']
  if (leads.length > 0) roles.push('manager')
  if (standsIn.length > 0) roles.push('stand-in')
  if (person.role === 'hr') roles.push(hrUnits === null ? 'hr' : 'part-hr')
  else if (person.role !== 'employee') roles.push(person.role)
  if (person.alsoAdministrator) roles.push('administrator')
  return roles
}

/** The units that somebody may read with all below them: led, worked for as HR of a part, and lent. HR of the whole needs none. */
export function unitsByRight({ leads, hrUnits, standsIn }: KnownPerson): string[] {
  return [...leads, ...(hrUnits ?? []), ...standsIn.map(({ unit }) => unit)].map(({ id }) => id)
}

/** The signed-in person of a route whose permission is a list of roles. */
export function signedInPerson(request: FastifyRequest): SignedIn {
  if (request.signedIn === null) throw new ProblemError('not-signed-in')
  return request.signedIn
}

/** The reader of a route that a personal token may open. */
export function readerOf(request: FastifyRequest): Reader {
  if (request.reader === null) throw new ProblemError('not-signed-in')
  return request.reader
}

/** The identity provider that asks on a route of SCIM. */
export function scimClientOf(request: FastifyRequest): ScimClient {
  if (request.scimClient === null) throw new ProblemError('token-not-valid')
  return request.scimClient
}

/** The program that asks on a route for mails that came back. */
export function bounceReporterOf(request: FastifyRequest): BounceReporter {
  if (request.bounceReporter === null) throw new ProblemError('token-not-valid')
  return request.bounceReporter
}

/** How the audit trail names a reader: "Ada Lovelace", "Ada Lovelace (API: nightly)". */
export function actorOf({ person, token }: Reader): string {
  return token === null ? person.name : `${person.name} (API: ${token})`
}

/** The name of somebody with whom the person stands in for, if for anybody. */
export function inStead(name: string, givers: readonly string[]): string {
  return givers.length === 0 ? name : `${name}, standing in for ${[...new Set(givers)].join(', ')}`
}
