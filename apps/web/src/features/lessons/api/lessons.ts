import type { Lesson, Lessons } from '@chorus/contracts/lessons'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const lessonsQuery = infiniteQueryOptions({
  queryKey: ['lessons'],
  queryFn: ({ pageParam }) =>
    request<Lessons>('GET', `/api/lessons${pageParam ? `?before=${pageParam}` : ''}`),
  initialPageParam: '',
  getNextPageParam: ({ lessons, more }: Lessons) => (more ? lessons.at(-1)?.id : undefined),
})

export const lessonQuery = (id: string) =>
  queryOptions({
    queryKey: ['lesson', id],
    queryFn: () => request<Lesson>('GET', `/api/lessons/${id}`),
  })
