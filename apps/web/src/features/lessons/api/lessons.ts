import type { LessonFilters, Lessons, WholeLesson, WriteLesson } from '@chorus/contracts/lessons'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'
import { askedOf, type LookedFor } from '../looked-for.ts'

/** What every list of lessons is kept under. */
export const lessonsKey = ['lessons']

/** What a page is asked for with, beside what is looked for. */
const firstPage: Readonly<Record<string, string>> = {}

export const lessonsQuery = (lookedFor: LookedFor) =>
  infiniteQueryOptions({
    queryKey: [...lessonsKey, lookedFor],
    queryFn: ({ pageParam }) => {
      const asked = askedOf(lookedFor, new Date(Date.now()))
      for (const [name, value] of Object.entries(pageParam)) asked.set(name, value)
      return request<Lessons>('GET', `/api/lessons?${asked}`)
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ lessons, more }: Lessons, pages: readonly Lessons[]) => {
      const last = lessons.at(-1)
      if (!more || !last) return undefined
      const passed = pages.reduce((count, page) => count + page.lessons.length, 0)
      return last.found ? { passed: String(passed) } : { before: last.id }
    },
  })

export const lessonQuery = (id: string) =>
  queryOptions({
    queryKey: ['lesson', id],
    queryFn: () => request<WholeLesson>('GET', `/api/lessons/${id}`),
  })

export const lessonFiltersQuery = queryOptions({
  queryKey: [...lessonsKey, 'filters'],
  queryFn: () => request<LessonFilters>('GET', '/api/lessons/filters'),
})

export const tellLesson = (lesson: WriteLesson) => request<WholeLesson>('POST', '/api/lessons', lesson)

export const changeLesson = (id: string, lesson: WriteLesson) =>
  request<WholeLesson>('PUT', `/api/lessons/${id}`, lesson)

export const takeLessonBack = (id: string) => request<void>('DELETE', `/api/lessons/${id}`)

export const setGoodExample = (id: string, on: boolean) =>
  request<void>('PUT', `/api/lessons/${id}/good-example`, { on })

export const followTag = (tag: string, on: boolean) =>
  request<void>('PUT', `/api/followed-tags/${encodeURIComponent(tag)}`, { on })
