import type { Programme } from '@chorus/contracts/programme'
import { request } from '../../../lib/api/request.ts'

/** Comment and cut thresholds follow when k is above their own floor: they may never lie below it. */
export async function createProgramme({
  name,
  k,
  comments,
}: {
  name: string
  k: number
  comments: boolean
}): Promise<Programme> {
  const policy = { k, commentK: Math.max(10, k), cutK: Math.max(10, k), cuts: [], comments }
  return request('POST', '/api/programmes', { name, policy })
}
