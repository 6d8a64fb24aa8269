import type { Wave } from '@chorus/contracts/programme'
import { request } from '../../../lib/api/request.ts'

export async function closeWave(wave: string): Promise<Wave> {
  return request('POST', `/api/waves/${encodeURIComponent(wave)}/close`, {})
}
