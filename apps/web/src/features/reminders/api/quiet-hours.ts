import type { OwnQuietHours, OwnQuietHoursAnswer } from '@chorus/contracts/quiet-hours'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const quietHoursQuery = queryOptions({
  queryKey: ['quiet-hours'],
  queryFn: () => request<OwnQuietHoursAnswer>('GET', '/api/my/quiet-hours'),
})

export async function setQuietHours(own: OwnQuietHours): Promise<OwnQuietHours> {
  return request('PUT', '/api/my/quiet-hours', own)
}
