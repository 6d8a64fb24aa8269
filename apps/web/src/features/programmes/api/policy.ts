import type { ChangePolicyRequest, PolicyPreview, RuleChange } from '@chorus/contracts/rights'
import { request } from '../../../lib/api/request.ts'

export function previewPolicy(programme: string, wish: ChangePolicyRequest): Promise<PolicyPreview> {
  return request('POST', `/api/programmes/${encodeURIComponent(programme)}/policy/preview`, wish)
}

export function changePolicy(programme: string, wish: ChangePolicyRequest): Promise<RuleChange> {
  return request('PATCH', `/api/programmes/${encodeURIComponent(programme)}/policy`, wish)
}
