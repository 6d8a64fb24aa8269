import type { AuditTrail } from '@chorus/contracts/trust'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const auditTrailQuery = queryOptions({
  queryKey: ['audit-trail'],
  queryFn: () => request<AuditTrail>('GET', '/api/audit-trail'),
  staleTime: 0,
})
