import type { ReactionKind, SubjectKind, Thread } from '@chorus/contracts/community'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** What replies and reactions belong to. */
export type ThreadOf = { readonly kind: SubjectKind; readonly id: string }

const addressOf = ({ kind, id }: ThreadOf) => `/api/community/${kind}/${id}`

export const threadQuery = (of: ThreadOf) =>
  queryOptions({
    queryKey: ['thread', of.kind, of.id],
    queryFn: () => request<Thread>('GET', `${addressOf(of)}/thread`),
  })

export const addReply = (of: ThreadOf, text: string) =>
  request<Thread>('POST', `${addressOf(of)}/replies`, { text })

export const changeReply = (of: ThreadOf, reply: string, text: string) =>
  request<Thread>('PATCH', `${addressOf(of)}/replies/${reply}`, { text })

export const takeReplyBack = (of: ThreadOf, reply: string) =>
  request<Thread>('DELETE', `${addressOf(of)}/replies/${reply}`)

export const react = (of: ThreadOf, kind: ReactionKind, on: boolean) =>
  request<Thread>('PUT', `${addressOf(of)}/reactions/${encodeURIComponent(kind)}`, { on })
