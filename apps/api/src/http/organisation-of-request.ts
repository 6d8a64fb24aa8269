import { waveId } from '@chorus/contracts/ids'
import type { Database } from '@chorus/db/database'
import { enterOrganisation, inScope, type OrganisationScope } from '@chorus/db/organisation-scope'
import { organisationOfWave } from '@chorus/db/stores/whose'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    scope: OrganisationScope
  }
}

/**
 * Each request asks the database in a scope of its own, which begins as nobody's: until something says of which organisation the request is,
 * PostgreSQL shows it no row of any. Call it before any other hook is declared.
 */
export function separateOrganisations(app: FastifyInstance, { urn }: Pick<Database, 'urn'>): void {
  app.decorateRequest('scope')
  app.addHook('onRequest', (request, _reply, done) => {
    request.scope = { organisation: null }
    inScope(request.scope, done)
  })
  // A body arrives by events of the connection, which know nothing of the scope: what comes after it enters it anew.
  app.addHook('preValidation', (request, _reply, done) => inScope(request.scope, done))

  /** Waves never change hands, and are few: nothing needs to be forgotten. */
  const known = new Map<string, string>()
  // Nobody is signed in there, or looked at: the organisation is that of the wave.
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const { permission } = request.routeOptions.config
    if (permission !== 'everybody' && permission !== 'anonymous') return
    const wave = waveId.safeParse(waveIn(request.params))
    if (!wave.success) return
    const organisation = known.get(wave.data) ?? (await organisationOfWave(urn, wave.data))
    if (organisation === null) return
    known.set(wave.data, organisation)
    enterOrganisation(organisation)
  })
}

function waveIn(params: unknown): unknown {
  return typeof params === 'object' && params !== null && 'wave' in params ? params.wave : undefined
}
