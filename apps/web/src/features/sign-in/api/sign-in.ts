import type { PasswordSignIn } from '@chorus/contracts/password'
import type { Session, SignInRequest } from '@chorus/contracts/session'
import { request } from '../../../lib/api/request.ts'

export async function signIn(link: SignInRequest): Promise<Session> {
  return request('POST', '/api/session', link)
}

export async function signInByPassword(given: PasswordSignIn): Promise<Session> {
  return request('POST', '/api/session/password', given)
}
