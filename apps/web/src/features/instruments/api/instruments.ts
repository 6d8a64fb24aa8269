import type {
  InstrumentAnswer,
  InstrumentDraft,
  NewInstrument,
  OwnInstruments,
} from '@chorus/contracts/instruments'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'
import { sendStoppable } from '../../../lib/api/send-stoppable.ts'

const addressOf = (id: string) => `/api/instruments/${encodeURIComponent(id)}`

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => request<OwnInstruments>('GET', '/api/instruments'),
})

/** Read anew each time it is opened: somebody else may have gone on writing. */
export const instrumentQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['instrument', id, version],
    queryFn: () => request<InstrumentAnswer>('GET', `${addressOf(id)}/${version}`),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export async function beginInstrument(given: NewInstrument): Promise<InstrumentAnswer> {
  return request('POST', '/api/instruments', given)
}

export async function sendInstrument(file: File): Promise<InstrumentAnswer> {
  const form = new FormData()
  form.set('instrument', file)
  return sendStoppable('/api/instruments/file', form, new AbortController().signal)
}

export async function saveDraft(
  id: string,
  draft: { revision: number; content: InstrumentDraft },
): Promise<{ revision: number }> {
  return request('PUT', `${addressOf(id)}/draft`, draft)
}

export async function beginNextVersion(id: string): Promise<InstrumentAnswer> {
  return request('POST', `${addressOf(id)}/draft`)
}

export async function dropDraft(id: string): Promise<void> {
  return request('DELETE', `${addressOf(id)}/draft`)
}

export async function finishDraft(id: string, revision: number): Promise<InstrumentAnswer> {
  return request('POST', `${addressOf(id)}/final`, { revision })
}

/** Where a version can be downloaded from. */
export function instrumentFile(id: string, version: number, ending: 'csv' | 'json'): string {
  return `${addressOf(id)}/${version}/file.${ending}`
}
