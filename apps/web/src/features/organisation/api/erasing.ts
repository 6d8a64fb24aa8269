import type { Erasing, ErasingNow } from '@chorus/contracts/unit-changes'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const address = '/api/organisation/erasing'

/** Asked anew with the organisation: an import lets people leave. */
export const erasingQuery = queryOptions({
  queryKey: ['organisation', 'erasing'],
  queryFn: () => request<ErasingNow>('GET', address),
})

export function setErasing(setting: Erasing): Promise<ErasingNow> {
  return request('PUT', address, setting)
}
