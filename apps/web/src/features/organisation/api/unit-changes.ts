import type { ImportUnits, NewUnitChange, UnitChanges } from '@chorus/contracts/unit-changes'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const address = '/api/organisation/unit-changes'

export const unitChangesQuery = queryOptions({
  queryKey: ['organisation', 'unit-changes'],
  queryFn: () => request<UnitChanges>('GET', address),
})

export function noteUnitChange(change: NewUnitChange): Promise<{ id: string }> {
  return request('POST', address, change)
}

export function removeUnitChange(id: string): Promise<void> {
  return request('DELETE', `${address}/${id}`)
}

export const importUnitsQuery = (upload: string) =>
  queryOptions({
    queryKey: ['organisation-import', upload, 'units'],
    queryFn: () => request<ImportUnits>('GET', `/api/organisation/import/${upload}/units`),
  })
