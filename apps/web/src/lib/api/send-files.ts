import { ApiProblem, problemOf } from './problem.ts'

/**
 * Sends files, which can take long, and can be taken back. Apart from `request`: the survey page has no room for what it never does.
 * Throws an {@link ApiProblem} when the server refuses or cannot be reached.
 */
export async function sendFiles<T>(address: string, files: FormData, signal: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json' }
  const init: RequestInit = { method: 'POST', credentials: 'same-origin', headers, body: files, signal }
  const response = await fetch(address, init).catch(() => {
    throw new ApiProblem('offline')
  })
  if (!response.ok) throw await problemOf(response)
  return response.json()
}
