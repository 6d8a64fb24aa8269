import { foundProviders, providerOffers, providerQuestion } from '@chorus/contracts/sign-in'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { findSignInProvider } from '@chorus/db/stores/sign-in-providers'
import { z } from 'zod'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { enter } from '../enter.ts'
import { callbackAddress } from './addresses.ts'
import { journeyEnd } from './journey-end.ts'
import { offeredProviders, providersForAddress } from './offered-providers.ts'
import { endJourney } from './provider-journey.ts'
import { rememberProvider } from './provider-of-session.ts'
import { setOut } from './set-out.ts'
import { keepTry } from './tried.ts'
import { wayBack } from './way-back.ts'

/**
 * Signing in with an account at the organisation's own provider (OpenID Connect, code with PKCE). A browser goes through all of these by
 * itself, so a refusal is an address of the sign-in page, which says it in words.
 */
export function providerRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/sign-in/providers',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'With which other accounts one can sign in: of one organisation, and never a list of all',
        querystring: z.object({ organisation: z.string().max(100).optional() }),
        response: { 200: providerOffers },
      },
    },
    async (request) => offeredProviders(office, request.query.organisation),
  )

  app.post(
    '/api/sign-in/providers',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'With which other accounts people with an address of this domain can sign in',
        body: providerQuestion,
        response: { 200: foundProviders },
      },
    },
    async (request) => ({ providers: await providersForAddress(office, request.body.email) }),
  )

  app.get(
    '/api/sign-in/providers/:organisation',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'Go to the provider, and come back to a path of the app',
        params: z.object({ organisation: z.uuid() }),
        querystring: z.object({ to: z.string().optional() }),
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params
      enterOrganisation(organisation)
      const start = { organisation, to: wayBack(request.query.to), triedBy: null }
      const there = await setOut(parts, request, reply, start)
      return reply.redirect('address' in there ? there.address : refusedAt(there.refusal, start.to))
    },
  )

  app.get(
    '/api/sign-in/callback',
    {
      config: { permission: 'everybody' },
      schema: { summary: 'Where the provider sends people back to', response: { 302: z.null() } },
    },
    async (request, reply) => {
      const journey = endJourney(parts, request, reply)
      if (journey === null) return reply.redirect(refusedAt('sign-in-not-started-here'))
      const { organisation, triedBy, to } = journey
      enterOrganisation(organisation)
      const provider = await findSignInProvider(office, organisation)
      if (provider === null) return reply.redirect(refusedAt('provider-not-set-up', to))
      const came = new URL(callbackAddress(parts, request))
      came.search = new URL(request.url, came).search
      const end = await journeyEnd(parts, provider, journey, came)
      if (triedBy !== null) {
        keepTry(parts, reply, triedBy, { ...end, person: end.person?.name ?? null })
        return reply.redirect('/sign-in-settings')
      }
      if (end.person === null || !provider.offered)
        return reply.redirect(refusedAt(end.refusal ?? 'provider-not-set-up', to))
      await enter(app, parts, reply, { organisation, person: end.person.id })
      rememberProvider(parts, reply, organisation)
      return reply.redirect(to)
    },
  )
}

/** Whoever was invited to a wave stays at its sign-in page, so that another way in leads there, too. @param to where the way would have ended */
function refusedAt(code: string, to = '/'): string {
  const [, wave] = /^\/answer\/([A-Za-z0-9_-]+)$/.exec(to) ?? []
  return `${wave === undefined ? '/sign-in' : `/sign-in/${wave}`}?refused=${code}`
}
