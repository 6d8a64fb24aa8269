import type { DecideOnTarget, Moderation, ModerationCase, RedactTarget } from '@chorus/contracts/commons'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const moderationQuery = queryOptions({
  queryKey: ['moderation'],
  queryFn: () => request<Moderation>('GET', '/api/moderation'),
})

type Target = Pick<ModerationCase, 'kind' | 'id'>
const addressOf = ({ kind, id }: Target) => `/api/moderation/${kind}/${id}`

export const decide = (target: Target, decision: DecideOnTarget) =>
  request<Moderation>('PUT', addressOf(target), decision)

export const blackOut = (target: Target, words: RedactTarget) =>
  request<Moderation>('POST', `${addressOf(target)}/redactions`, words)
