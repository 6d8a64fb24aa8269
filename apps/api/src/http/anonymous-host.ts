import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

/** A host name of its own for what nobody may link to a person: no cookie of the pages ever travels there. */
export type AnonymousHost = {
  /** For example `https://ballots.example.org`. */
  readonly origin: string
  /** The origin of the pages, the only one whose scripts may ask there. */
  readonly pagesAt: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Devices ask for it without saying who asks. Implied by the permission `anonymous`; said of routes that are open to everybody. This
     * is the one mark that moves a route to the anonymous host, where there is one.
     */
    unnamed?: true
  }
}

/** How long a browser may remember that it may send; Chromium keeps it no longer. */
const preflightSeconds = 7200

/**
 * Routes that are asked for without a name answer under the anonymous host alone, and nothing else answers there. Call it before any
 * route is declared. The plugin for CORS does not fit: its route for every path declares no permission.
 */
export function separateHosts(app: FastifyInstance, anonymous: AnonymousHost | null): void {
  if (anonymous === null) return
  const declared = new Set<string>()
  app.addHook('onRoute', ({ url, config }) => {
    if (!isUnnamed(config) || declared.has(url)) return
    declared.add(url)
    app.options(
      url,
      { config: { permission: 'everybody', unnamed: true }, schema: { hide: true } },
      (_, reply) =>
        reply
          .code(204)
          .headers({
            'access-control-allow-methods': 'GET, POST',
            'access-control-allow-headers': 'content-type',
            'access-control-max-age': preflightSeconds,
          })
          .send(),
    )
  })
  app.addHook('onRequest', async (request, reply) => {
    const unnamed = !request.is404 && isUnnamed(request.routeOptions.config)
    if (isAskedThere(request, anonymous)) {
      if (!unnamed) throw new ProblemError('not-found')
      reply.header('access-control-allow-origin', anonymous.pagesAt)
    } else if (unnamed) throw new ProblemError('other-host', `Ask ${anonymous.origin}`)
  })
}

/** Whether a script of our own pages sends across to the anonymous host: the one change that another origin may ask for. */
export function isFromOurPages(request: FastifyRequest, anonymous: AnonymousHost | null): boolean {
  return (
    anonymous !== null &&
    isUnnamed(request.routeOptions.config) &&
    request.headers.origin === anonymous.pagesAt
  )
}

function isUnnamed(config: FastifyContextConfig | undefined): boolean {
  return config?.permission === 'anonymous' || config?.unnamed === true
}

/** By the name alone: a proxy may leave the port out. */
function isAskedThere(request: FastifyRequest, { origin }: AnonymousHost): boolean {
  const asked = `http://${request.host}`
  return URL.canParse(asked) && new URL(asked).hostname === new URL(origin).hostname
}
