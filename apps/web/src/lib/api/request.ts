import { anonymousAddress } from './anonymous-address.ts'
import { ApiProblem, problemOf } from './problem.ts'

/**
 * One request to our own server. JSON in, JSON out; a form is sent as it is.
 * Throws an {@link ApiProblem} when the server refuses or cannot be reached.
 */
export async function request<T>(method: string, address: string, body?: unknown): Promise<T> {
  return send<T>(address, { method, credentials: 'same-origin', ...bodyOf(body) })
}

/**
 * The same without saying who asks: no cookie, no referrer, and another host name where there is one.
 * `keepalive` lets an answer finish its way when the page is being left.
 */
export async function requestUnnamed<T>(method: string, address: string, body?: unknown): Promise<T> {
  return send<T>(anonymousAddress(address), {
    method,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    keepalive: true,
    ...bodyOf(body),
  })
}

async function send<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, ...init }).catch(() => {
    throw new ApiProblem('offline')
  })
  if (!response.ok) throw await problemOf(response)
  // The contract says what T is; the server's own serialiser holds it to that.
  return (response.status === 204 ? undefined : await response.json()) as T
}

function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {}
  if (body instanceof FormData) return { body }
  return {
    body: JSON.stringify(body),
    headers: { accept: 'application/json', 'content-type': 'application/json' },
  }
}
