import type { Session } from '@chorus/contracts/session'
import { request } from '../../../lib/api/request.ts'

export async function signIn(token: string): Promise<Session> {
  return request('POST', '/api/session', { token })
}
