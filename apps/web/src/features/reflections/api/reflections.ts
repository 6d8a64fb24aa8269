import type { Reflection, Reflections, ReflectionUnits } from '@chorus/contracts/reflections'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const reflectionsKey = ['reflections'] as const
const everyFewSeconds = 4_000

export const reflectionsQuery = infiniteQueryOptions({
  queryKey: [...reflectionsKey, 'all'],
  queryFn: ({ pageParam }) =>
    request<Reflections>('GET', `/api/reflections${pageParam ? `?before=${pageParam}` : ''}`),
  initialPageParam: '',
  getNextPageParam: ({ sessions, more }: Reflections) => (more ? sessions.at(-1)?.id : undefined),
})

export const reflectionsOfUnitQuery = (unit: string) =>
  queryOptions({
    queryKey: [...reflectionsKey, 'unit', unit],
    queryFn: () => request<Reflections>('GET', `/api/reflections?unit=${encodeURIComponent(unit)}`),
  })

export const reflectionUnitsQuery = queryOptions({
  queryKey: [...reflectionsKey, 'units'],
  queryFn: () => request<ReflectionUnits>('GET', '/api/reflections/units'),
})

/** As long as it is not closed, it is asked for anew while the page is looked at. */
export const reflectionQuery = (id: string) =>
  queryOptions({
    queryKey: [...reflectionsKey, 'one', id],
    queryFn: () => request<Reflection>('GET', `/api/reflections/${id}`),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'closed' ? everyFewSeconds : false),
  })
