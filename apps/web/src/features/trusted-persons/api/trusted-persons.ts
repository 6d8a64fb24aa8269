import type { ConcernSettings, NameTrusted } from '@chorus/contracts/concerns'
import { request } from '../../../lib/api/request.ts'

export async function nameTrusted(named: NameTrusted): Promise<void> {
  await request('POST', '/api/trusted-persons', named)
}

export async function dismissTrusted(id: string): Promise<void> {
  return request('DELETE', `/api/trusted-persons/${id}`)
}

export async function setConcernSettings(settings: ConcernSettings): Promise<void> {
  await request('PUT', '/api/concern-settings', settings)
}
