import type { InstrumentChoice, OwnInstruments } from '@chorus/contracts/instruments'
import type { RuleChange } from '@chorus/contracts/rights'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const instrumentChoicesQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => request<OwnInstruments>('GET', '/api/instruments'),
})

export async function changeInstrument(programme: string, instrument: InstrumentChoice): Promise<RuleChange> {
  return request('PUT', `/api/programmes/${encodeURIComponent(programme)}/instrument`, { instrument })
}
