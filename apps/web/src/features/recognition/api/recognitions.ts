import type { FoundTeams, Recognition, Recognitions, WriteRecognition } from '@chorus/contracts/recognition'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const recognitionsQuery = infiniteQueryOptions({
  queryKey: ['recognitions'],
  queryFn: ({ pageParam }) =>
    request<Recognitions>('GET', `/api/recognitions${pageParam ? `?before=${pageParam}` : ''}`),
  initialPageParam: '',
  getNextPageParam: ({ recognitions, more }: Recognitions) => (more ? recognitions.at(-1)?.id : undefined),
})

export const recognitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['recognition', id],
    queryFn: () => request<Recognition>('GET', `/api/recognitions/${id}`),
  })

/** Teams whose names have these words; nothing is asked for fewer than two letters. */
export const teamsQuery = (search: string) =>
  queryOptions({
    queryKey: ['recognition-teams', search],
    queryFn: () => request<FoundTeams>('GET', `/api/recognitions/teams?search=${encodeURIComponent(search)}`),
    enabled: search.length >= 2,
  })

/** As the form has it: ids are not told apart from other words there. */
export type RecognitionToSend = Omit<WriteRecognition, 'to'> & {
  to: { kind: 'team'; unit: string } | { kind: 'people'; people: readonly string[] }
}

export const giveRecognition = (sent: RecognitionToSend) =>
  request<Recognition>('POST', '/api/recognitions', sent)

export const takeBack = (id: string) => request<void>('DELETE', `/api/recognitions/${id}`)

export const stepOut = (id: string) => request<void>('DELETE', `/api/recognitions/${id}/me`)
