import type { InstrumentChoice, OwnInstruments } from '@chorus/contracts/instruments'
import type { Programme } from '@chorus/contracts/programme'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const instrumentChoicesQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => request<OwnInstruments>('GET', '/api/instruments'),
})

export async function changeInstrument(programme: string, instrument: InstrumentChoice): Promise<Programme> {
  return request('PUT', `/api/programmes/${encodeURIComponent(programme)}/instrument`, { instrument })
}
