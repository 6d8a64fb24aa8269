import {
  type NewSignInProvider,
  newSignInProvider,
  providerTry,
  setProviderAnswer,
  signInSettings,
} from '@chorus/contracts/sign-in'
import { findSignInProvider, type SignInProviderRow } from '@chorus/db/stores/sign-in-providers'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { propose } from '../../rules/propose.ts'
import { afterSignOutAddress, buttonAddress, callbackAddress } from './addresses.ts'
import { mayBeAsked, providerClient, secretPurpose } from './provider-client.ts'
import { providerFault } from './provider-fault.ts'
import { onlyTakesAway, providerProposal, shownProvider } from './provider-proposal.ts'
import { setOut } from './set-out.ts'
import { keepTry, takeTry } from './tried.ts'

/** How an administrator sets up the provider by which people sign in. */
export function settingsRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/sign-in-settings',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'How people sign in', response: { 200: signInSettings } },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const row = await findSignInProvider(office, organisation)
      return signInSettings.parse({
        provider: shownProvider(row),
        callbackAddress: callbackAddress(parts, request),
        afterSignOutAddress: afterSignOutAddress(parts, request),
        buttonAddress: buttonAddress(parts, request, organisation),
      })
    },
  )

  app.put(
    '/api/sign-in-settings/provider',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Set the provider; it is asked whether it is there before anything is stored',
        body: newSignInProvider,
        response: { 200: setProviderAnswer },
      },
    },
    async (request) => {
      const administrator = signedInPerson(request)
      const { organisation } = administrator
      if (!mayBeAsked(parts, request.body.issuer)) throw new ProblemError('issuer-not-https')
      const before = await findSignInProvider(office, organisation)
      const row = rowOf(parts, organisation, request.body, before)
      const client = await providerClient(parts, row).catch(providerFault)
      if ('refusal' in client) throw new ProblemError(client.refusal, client.said ?? undefined)
      const proposal = providerProposal(before, row)
      const evenAlone = onlyTakesAway(proposal.change)
      const { state } = await propose(parts, administrator, proposal, 'sign-in provider set', evenAlone)
      return { waits: state === 'proposed' }
    },
  )

  app.delete(
    '/api/sign-in-settings/provider',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Back to links by mail alone: at once and alone, so that a broken provider locks nobody out',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const administrator = signedInPerson(request)
      const before = await findSignInProvider(office, administrator.organisation)
      if (before === null) throw new ProblemError('provider-not-set-up')
      await propose(parts, administrator, providerProposal(before, null), 'sign-in provider removed', true)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/sign-in-settings/try',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Go to the provider and come back, without signing in',
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const start = { organisation, to: '/', triedBy: person.id }
      const there = await setOut(parts, request, reply, start)
      if ('address' in there) return reply.redirect(there.address)
      keepTry(parts, reply, person.id, { ...there, value: null, person: null })
      return reply.redirect('/sign-in-settings')
    },
  )

  app.get(
    '/api/sign-in-settings/tried',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'How the last try ended; told once', response: { 200: providerTry } },
    },
    async (request, reply) => takeTry(parts, request, reply, signedInPerson(request).person.id),
  )
}

/** @throws ProblemError client-secret-missing: a secret that is there is never sent to another address than the one it was given for */
function rowOf(
  parts: Parts,
  organisation: string,
  given: NewSignInProvider,
  before: SignInProviderRow | null,
): SignInProviderRow {
  const { clientSecret, ...rest } = given
  if (clientSecret === undefined) {
    const stays = before !== null && before.issuer === given.issuer && before.clientId === given.clientId
    if (!stays) throw new ProblemError('client-secret-missing')
    return { organisation, ...rest, clientSecret: before.clientSecret }
  }
  const sealed = clientSecret && parts.secrets.seal(secretPurpose(organisation), clientSecret)
  return { organisation, ...rest, clientSecret: sealed || null }
}
