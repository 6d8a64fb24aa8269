import type { Programme } from '@chorus/contracts/programme'
import type { PlanAnswer, ProgrammeDraft, SetUpAnswer, SetUpPreview } from '@chorus/contracts/set-up'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: () => request<SetUpAnswer>('GET', '/api/set-up'),
})

/** @param version of the draft that this one takes the place of */
export function saveSetUp(change: { version: number; draft: ProgrammeDraft | null }): Promise<SetUpAnswer> {
  return request('PUT', '/api/set-up', change)
}

export function startSetUp(start: { version: number; atOnce: boolean }): Promise<Programme> {
  return request('POST', '/api/set-up/start', start)
}

type Planned = Pick<ProgrammeDraft, 'instrument' | 'rhythm' | 'rotation'>

/** Asked anew while somebody types; the last plan stays until the next has come. */
export const planQuery = (draft: Planned) =>
  queryOptions({
    queryKey: ['set-up-plan', draft],
    queryFn: () => request<PlanAnswer>('POST', '/api/set-up/plan', draft),
    placeholderData: (before: PlanAnswer | undefined) => before,
    retry: false,
  })

/** @param participation 0 to 1 */
export const previewQuery = (version: number, participation: number) =>
  queryOptions({
    queryKey: ['set-up-preview', version, participation],
    queryFn: () => request<SetUpPreview>('GET', `/api/set-up/preview?participation=${participation}`),
    placeholderData: (before: SetUpPreview | undefined) => before,
  })
