import type { PulseLimit } from '@chorus/contracts/pulse-limit'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const pulseLimitQuery = queryOptions({
  queryKey: ['pulse-limit'],
  queryFn: () => request<PulseLimit>('GET', '/api/pulse-limit'),
})

export function setPulseLimit(limit: PulseLimit): Promise<PulseLimit> {
  return request('PUT', '/api/pulse-limit', limit)
}
