import { ApiProblem, problemOf } from './problem.ts'

/**
 * Sends files, or JSON, to what can take long, and can be taken back. Apart from `request`: the survey page has no room for what it never does.
 * Throws an {@link ApiProblem} when the server refuses or cannot be reached.
 */
export async function sendStoppable<T>(
  address: string,
  body: FormData | object,
  signal: AbortSignal,
): Promise<T> {
  const accept = { accept: 'application/json' }
  const content =
    body instanceof FormData
      ? { headers: accept, body }
      : { headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const init: RequestInit = { method: 'POST', credentials: 'same-origin', signal, ...content }
  const response = await fetch(address, init).catch(() => {
    throw new ApiProblem('offline')
  })
  if (!response.ok) throw await problemOf(response)
  return response.json()
}
