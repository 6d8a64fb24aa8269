import type { ModerationWaiting } from '@chorus/contracts/commons'
import type { JobsAnswer } from '@chorus/contracts/jobs'
import type { RuleChanges } from '@chorus/contracts/rights'
import type { SetUpAnswer } from '@chorus/contracts/set-up'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Each is the same as on its own page, which then has it at once; asked anew on every visit. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: () => request<JobsAnswer>('GET', '/api/jobs'),
  staleTime: 0,
})

export const ruleChangesQuery = queryOptions({
  queryKey: ['rule-changes'],
  queryFn: () => request<RuleChanges>('GET', '/api/rule-changes'),
  staleTime: 0,
})

export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: () => request<SetUpAnswer>('GET', '/api/set-up'),
  staleTime: 0,
})

export const reportedQuery = queryOptions({
  queryKey: ['moderation', 'waiting'],
  queryFn: () => request<ModerationWaiting>('GET', '/api/moderation/waiting'),
  staleTime: 0,
})
