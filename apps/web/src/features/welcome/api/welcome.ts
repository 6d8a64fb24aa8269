import type { Welcome } from '@chorus/contracts/lessons'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: () => request<Welcome>('GET', '/api/welcome'),
})

export const finishWelcome = () => request<void>('PUT', '/api/welcome/finished', { on: true })
