import type { Agreement, AgreementTexts, AgreementUnits } from '@chorus/contracts/agreements'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const agreementsKey = ['agreements'] as const

export const agreementQuery = (unit: string) =>
  queryOptions({
    queryKey: [...agreementsKey, 'of', unit],
    queryFn: () => request<Agreement>('GET', `/api/agreements?unit=${encodeURIComponent(unit)}`),
  })

export const agreementUnitsQuery = queryOptions({
  queryKey: [...agreementsKey, 'units'],
  queryFn: () => request<AgreementUnits>('GET', '/api/agreements/units'),
})

export const propose = (unit: string, texts: AgreementTexts) =>
  request<Agreement>('POST', '/api/agreements', { unit, texts })

export const decide = (version: string, state: 'in force' | 'withdrawn') =>
  request<Agreement>('POST', `/api/agreements/${version}/decision`, { state })

export const sign = (version: string) => request<Agreement>('PUT', `/api/agreements/${version}/signature`)
