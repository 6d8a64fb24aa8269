import type { FirstStart, FirstStartRequest } from '@chorus/contracts/first-start'
import type { Session } from '@chorus/contracts/session'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const address = '/api/first-start'

/** Whether the installation waits for its first organisation. */
export const firstStartQuery = queryOptions({
  queryKey: ['first-start'],
  queryFn: () => request<FirstStart>('GET', address),
})

export function setUpChorus(given: FirstStartRequest): Promise<Session> {
  return request('POST', address, given)
}
