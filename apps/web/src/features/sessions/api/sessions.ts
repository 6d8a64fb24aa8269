import type { EndedSessions, MySessions } from '@chorus/contracts/session'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const sessionsQuery = queryOptions({
  queryKey: ['my-sessions'],
  queryFn: () => request<MySessions>('GET', '/api/my/sessions'),
})

/** @param id null ends all others */
export async function endSession(id: string | null): Promise<void> {
  return request('DELETE', id === null ? '/api/my/sessions' : `/api/my/sessions/${encodeURIComponent(id)}`)
}

export async function endSessionsOf(person: string): Promise<EndedSessions> {
  return request('POST', '/api/sessions/end', { person })
}
