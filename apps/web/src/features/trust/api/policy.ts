import type { PolicyAnswer } from '@chorus/contracts/trust'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => request<PolicyAnswer>('GET', '/api/policy'),
})
