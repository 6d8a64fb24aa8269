import type { LearningLoop } from '@chorus/contracts/learning-loop'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const learningLoopQuery = (unit: string) =>
  queryOptions({
    queryKey: ['learning-loop', unit],
    queryFn: () => request<LearningLoop>('GET', `/api/learning-loop?unit=${encodeURIComponent(unit)}`),
    staleTime: 0,
  })
