import type {
  MyPassword,
  NewPassword,
  PasswordSetUp,
  RecoveryCodes,
  RemovePassword,
} from '@chorus/contracts/password'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const passwordQuery = queryOptions({
  queryKey: ['my-password'],
  queryFn: () => request<MyPassword>('GET', '/api/my/password'),
})

export async function beginSetUp(): Promise<PasswordSetUp> {
  return request('POST', '/api/my/password/begin')
}

export async function setPassword(password: NewPassword): Promise<RecoveryCodes> {
  return request('PUT', '/api/my/password', password)
}

export async function removePassword(confirmation: RemovePassword): Promise<void> {
  return request('POST', '/api/my/password/remove', confirmation)
}
