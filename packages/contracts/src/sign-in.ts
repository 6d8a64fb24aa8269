import { z } from 'zod'

/** What of the roster a claim of the provider is compared with. */
export const providerMatch = z.enum(['email', 'external-id'])

const issuer = z.url().max(500)
const clientId = z.string().trim().min(1).max(300)
const claim = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.:/-]{1,200}$/)
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)([a-z0-9-]+\.)+[a-z0-9-]{2,}$/)

/** How people sign in with an account that they have elsewhere, as administrators see it: never its secret. */
export const signInProvider = z.object({
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  match: providerMatch,
  claim: z.string(),
  domains: z.array(z.string()),
  offered: z.boolean(),
})
export type SignInProvider = z.infer<typeof signInProvider>

/** `GET /api/sign-in-settings`, administrators. The provider asks for the first two addresses; the third shows its button at once. */
export const signInSettings = z.object({
  provider: signInProvider.nullable(),
  callbackAddress: z.string(),
  afterSignOutAddress: z.string(),
  buttonAddress: z.string(),
})
export type SignInSettings = z.infer<typeof signInSettings>

/**
 * `PUT /api/sign-in-settings/provider`. Without `clientSecret` the one that is there is kept, as long as neither issuer nor client changes;
 * null is a client that has none.
 */
export const newSignInProvider = z
  .object({
    name: z.string().trim().min(1).max(60),
    issuer,
    clientId,
    clientSecret: z.string().min(1).max(1000).nullable().optional(),
    match: providerMatch,
    claim,
    domains: z.array(domain).max(100),
    offered: z.boolean(),
  })
  .strict()
export type NewSignInProvider = z.infer<typeof newSignInProvider>

/** The answer to it. */
export const setProviderAnswer = z.object({ waits: z.boolean() })
export type SetProviderAnswer = z.infer<typeof setProviderAnswer>

/** `POST /api/sign-in/providers`: the buttons for an address, by its domain; the same whether anybody has it. */
export const providerQuestion = z.object({ email: z.string().trim().min(3).max(320) }).strict()
export const foundProviders = z.object({
  providers: z.array(z.object({ organisation: z.uuid(), name: z.string() })),
})
export type FoundProviders = z.infer<typeof foundProviders>

/**
 * `GET /api/sign-in/providers`: the buttons of the sign-in page, of the only organisation, or of the one that is named. Among several the page asks
 * for an address where `asksAddress` says so.
 */
export const providerOffers = foundProviders.extend({ asksAddress: z.boolean() })
export type ProviderOffers = z.infer<typeof providerOffers>

/** Why somebody who came back from the provider is not signed in: each is a problem of the catalogue, too. */
export const providerRefusal = z.enum([
  'provider-not-set-up',
  'provider-not-reached',
  'provider-refused',
  'provider-refuses-chorus',
  'provider-answer-not-valid',
  'sign-in-not-started-here',
  'claim-missing',
  'email-not-verified',
  'domain-not-allowed',
  'not-on-roster',
])
export type ProviderRefusal = z.infer<typeof providerRefusal>

/** `GET /api/sign-in-settings/tried`: how the administrator's own try ended. Null where none has just ended. */
export const providerTry = z.object({
  tried: z
    .object({
      refusal: providerRefusal.nullable(),
      /** The provider's own words, or the code of what was wrong with its answer. */
      said: z.string().nullable(),
      /** What the claim held. */
      value: z.string().nullable(),
      /** Who on the roster that is. */
      person: z.string().nullable(),
    })
    .nullable(),
})
export type ProviderTry = z.infer<typeof providerTry>

/** `DELETE /api/session` of somebody who came by a provider: where one can sign out of that, too. */
export const signedOut = z.object({ alsoAt: z.object({ name: z.string(), address: z.string() }) })
export type SignedOut = z.infer<typeof signedOut>
