import type { Thread } from '@chorus/contracts/community'
import type {
  BeginReflection,
  Reflection,
  ReflectionUnits,
  WriteSummary,
} from '@chorus/contracts/reflections'
import { request } from '../../../lib/api/request.ts'

/** What is sent, before the server has read the ids in it. */
type BeginSent = Omit<BeginReflection, 'unit'> & { readonly unit: string }

export const begin = (session: BeginSent) => request<Reflection>('POST', '/api/reflections', session)

export const open = (id: string) => request<Reflection>('POST', `/api/reflections/${id}/open`)

export const summarise = (id: string, summary: WriteSummary) =>
  request<Reflection>('PUT', `/api/reflections/${id}/summary`, summary)

export const addPost = (id: string, prompt: number, text: string) =>
  request<Reflection>('POST', `/api/reflections/${id}/posts`, { prompt, text })

export const changePost = (id: string, post: string, text: string) =>
  request<Reflection>('PATCH', `/api/reflections/${id}/posts/${post}`, { text })

export const takePostBack = (id: string, post: string) =>
  request<Reflection>('DELETE', `/api/reflections/${id}/posts/${post}`)

export const likePost = (post: string, on: boolean) =>
  request<Thread>('PUT', `/api/community/session-post/${post}/reactions/same%20here`, { on })

export const letEverybodyBegin = (unit: string, everybodyBegins: boolean) =>
  request<ReflectionUnits>('PUT', `/api/reflections/units/${encodeURIComponent(unit)}`, { everybodyBegins })
