import type { Benchmark } from '@chorus/contracts/benchmark'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const benchmarkQuery = queryOptions({
  queryKey: ['reports', 'benchmark'],
  queryFn: () => request<Benchmark>('GET', '/api/reports/benchmark'),
})
