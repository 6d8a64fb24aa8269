import type { OrganisationTree } from '@chorus/contracts/organisation'
import type { ListedPerson, PeoplePage, PersonFields } from '@chorus/contracts/people'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const peopleKey = ['people']

export type PeopleAsked = { readonly search: string; readonly state: 'here' | 'left'; readonly page: number }

export const peopleQuery = ({ search, state, page }: PeopleAsked) =>
  queryOptions({
    queryKey: [...peopleKey, search, state, page],
    queryFn: () => {
      const asked = new URLSearchParams({ search, state, page: String(page) })
      return request<PeoplePage>('GET', `/api/people?${asked}`)
    },
    placeholderData: keepPreviousData,
  })

/** The same as on the page of the organisation. */
export const unitsQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => request<OrganisationTree>('GET', '/api/organisation'),
})

export function savePerson(id: string | null, fields: PersonFields): Promise<ListedPerson> {
  return id === null
    ? request('POST', '/api/people', fields)
    : request('PUT', `/api/people/${encodeURIComponent(id)}`, fields)
}

export function letLeave(id: string): Promise<void> {
  return request('POST', `/api/people/${encodeURIComponent(id)}/leave`)
}

export function bringBack(id: string): Promise<void> {
  return request('POST', `/api/people/${encodeURIComponent(id)}/return`)
}

export async function addUnit(name: string, parent: string): Promise<void> {
  await request('POST', '/api/units', { name, parent })
}

export function changeUnit(id: string, change: { name?: string; parent?: string }): Promise<void> {
  return request('PATCH', `/api/units/${encodeURIComponent(id)}`, change)
}

export function joinUnit(id: string, into: string): Promise<void> {
  return request('POST', `/api/units/${encodeURIComponent(id)}/join`, { into })
}

export function closeUnit(id: string): Promise<void> {
  return request('DELETE', `/api/units/${encodeURIComponent(id)}`)
}
