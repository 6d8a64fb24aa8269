import type { FastifyInstance } from 'fastify'
import { type AnonymousHost, isFromOurPages } from './anonymous-host.ts'
import { ProblemError } from './problem.ts'

/**
 * Refuses changes that a page of another site asks a browser to make. Browsers say where a request comes
 * from (`Sec-Fetch-Site`, else `Origin`); programs say neither and carry no cookie by accident. Asking whether one may (`OPTIONS`) is
 * no change.
 */
export function refuseCrossSiteChanges(app: FastifyInstance, anonymous: AnonymousHost | null): void {
  app.addHook('onRequest', async (request) => {
    if (harmless.has(request.method) || isFromOurPages(request, anonymous)) return
    const site = request.headers['sec-fetch-site']
    if (site !== undefined) {
      if (site !== 'same-origin' && site !== 'none') throw new ProblemError('cross-site-request')
      return
    }
    const origin = request.headers.origin
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host))
      throw new ProblemError('cross-site-request')
  })
}

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
