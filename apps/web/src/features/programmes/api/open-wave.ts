import type { OpenWaveRequest, Wave } from '@chorus/contracts/programme'
import { request } from '../../../lib/api/request.ts'

export async function openWave({
  programme,
  ...body
}: OpenWaveRequest & { programme: string }): Promise<Wave> {
  return request('POST', `/api/programmes/${encodeURIComponent(programme)}/waves`, body)
}
