import type { Colleagues, NamesOfPeople } from '@chorus/contracts/commons'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Colleagues one of whose names begins so; nothing is asked for nothing. */
export const colleaguesQuery = (search: string) =>
  queryOptions({
    queryKey: ['colleagues', search],
    queryFn: () => request<Colleagues>('GET', `/api/community/people?search=${encodeURIComponent(search)}`),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })

/** Today's names of people who are mentioned, by id; whoever has left is not among them. */
export const namesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['names', ...ids],
    queryFn: () => request<NamesOfPeople>('GET', `/api/community/people/names?ids=${ids.join(',')}`),
    enabled: ids.length > 0,
  })
