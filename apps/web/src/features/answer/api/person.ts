import type { Session } from '@chorus/contracts/session'
import { request } from '../../../lib/api/request.ts'

/** Only to tell whether answers that are kept on this device are those of the person who is signed in. */
export async function getPerson(): Promise<string> {
  return (await request<Session>('GET', '/api/session')).person.id
}
