import type { RuleChange, RuleChanges } from '@chorus/contracts/rights'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const ruleChangesQuery = queryOptions({
  queryKey: ['rule-changes'],
  queryFn: () => request<RuleChanges>('GET', '/api/rule-changes'),
  staleTime: 0,
})

export function decideChange(change: string, decision: { agree: boolean; reason: string }) {
  return request<RuleChange>('POST', `/api/rule-changes/${encodeURIComponent(change)}/decision`, decision)
}

export function withdrawChange(change: string): Promise<RuleChange> {
  return request('DELETE', `/api/rule-changes/${encodeURIComponent(change)}`)
}

export function askForSecondPerson(on: boolean): Promise<RuleChange> {
  return request('PUT', '/api/second-person', { on })
}
