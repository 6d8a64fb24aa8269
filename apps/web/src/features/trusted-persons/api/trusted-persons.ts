import type {
  ConcernSettings,
  DismissedTrusted,
  NamedTrusted,
  NameTrusted,
  SetConcernSettings,
} from '@chorus/contracts/concerns'
import { request } from '../../../lib/api/request.ts'

export async function nameTrusted(named: NameTrusted): Promise<NamedTrusted> {
  return request('POST', '/api/trusted-persons', named)
}

export async function dismissTrusted(id: string): Promise<DismissedTrusted> {
  return request('DELETE', `/api/trusted-persons/${id}`)
}

export async function setConcernSettings(settings: ConcernSettings): Promise<SetConcernSettings> {
  return request('PUT', '/api/concern-settings', settings)
}
