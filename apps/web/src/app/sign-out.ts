import type { SignedOut } from '@chorus/contracts/sign-in'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { request } from '../lib/api/request.ts'
import { changeSession } from './session.ts'

/** Where the person who has just signed out can sign out of the provider, too. */
export const alsoSignOutKey = ['also-sign-out']

/** Ends the session and forgets everything of it in this tab, drafts of answers included. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    void request<SignedOut | undefined>('DELETE', '/api/session').then(
      async (answer) => {
        sessionStorage.clear()
        changeSession(client, null)
        client.setQueryData(alsoSignOutKey, answer?.alsoAt)
        await navigate({ to: '/sign-in' })
      },
      () => window.location.reload(),
    )
  }
}
