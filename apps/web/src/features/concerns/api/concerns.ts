import type { ConcernAnswerRequest, Concerns, OpenedConcern } from '@chorus/contracts/concerns'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const concernsQuery = queryOptions({
  queryKey: ['concerns'],
  queryFn: () => request<Concerns>('GET', '/api/concerns'),
})

export async function readConcern(id: string): Promise<OpenedConcern> {
  return request('POST', `/api/concerns/${id}/read`)
}

export async function answerConcern(id: string, answer: ConcernAnswerRequest): Promise<OpenedConcern> {
  return request('POST', `/api/concerns/${id}/answers`, answer)
}
