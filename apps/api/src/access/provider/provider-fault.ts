import type { ProviderRefusal } from '@chorus/contracts/sign-in'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'

export type ProviderFault = { readonly refusal: ProviderRefusal; readonly said: string | null }

/** As much of a provider's own words as is shown. */
const mostLetters = 300

/**
 * What went wrong between Chorus and a provider.
 * @throws the error itself, when it is none of those: then it is a fault of ours
 */
export function providerFault(error: unknown): ProviderFault {
  if (error instanceof AuthorizationResponseError)
    return { refusal: 'provider-refused', said: wordsOf(error.error, error.error_description) }
  if (error instanceof ResponseBodyError)
    return { refusal: 'provider-refuses-chorus', said: wordsOf(error.error, error.error_description) }
  if (error instanceof ClientError && notReached.has(error.code ?? ''))
    return { refusal: 'provider-not-reached', said: error.code ?? null }
  if (error instanceof ClientError) return { refusal: 'provider-answer-not-valid', said: error.code ?? null }
  // What `fetch` throws where nobody answers; its cause has the code of the connection.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { refusal: 'provider-not-reached', said: codeOf(error.cause) }
  throw error
}

const notReached: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

function wordsOf(code: string, description: string | undefined): string {
  const words = description ? `${code}: ${description}` : code
  return words.replace(/\p{C}/gu, ' ').slice(0, mostLetters)
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}
