import type { Invitation } from '@chorus/contracts/collect'
import { request } from '../../../lib/api/request.ts'

export async function getInvitations(): Promise<Invitation[]> {
  const answer = await request<{ invitations: Invitation[] }>('GET', '/api/my/invitations')
  return answer.invitations
}
