import type { MeasuresOfUnit, Readiness, ReadinessTopic } from '@chorus/contracts/learning-measures'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const measuresQuery = (unit: string) =>
  queryOptions({
    queryKey: ['learning-measures', unit],
    queryFn: () => request<MeasuresOfUnit>('GET', `/api/learning-measures?unit=${encodeURIComponent(unit)}`),
    staleTime: 0,
  })

export const readinessQuery = (unit: string) =>
  queryOptions({
    queryKey: ['readiness', unit],
    queryFn: () => request<Readiness>('GET', `/api/readiness?unit=${encodeURIComponent(unit)}`),
    staleTime: 0,
  })

export const addTopic = (unit: string, title: string) =>
  request<ReadinessTopic>('POST', '/api/readiness', { unit, title })

export const removeTopic = (id: string) => request<void>('DELETE', `/api/readiness/${id}`)

export const stepIn = (id: string, on: boolean) =>
  request<ReadinessTopic>('PUT', `/api/readiness/${id}/me`, { on })

/** A change of the register, on which a measure rests. @param done told when it has succeeded */
export function useRegisterChange(unit: string, done?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: readinessQuery(unit).queryKey })
      await client.invalidateQueries({ queryKey: measuresQuery(unit).queryKey })
      done?.()
    },
  })
}
