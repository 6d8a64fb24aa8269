import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { request } from '../lib/api/request.ts'
import { changeSession } from './session.ts'

/** Ends the session and forgets everything of it in this tab, drafts of answers included. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    void request('DELETE', '/api/session').then(
      async () => {
        sessionStorage.clear()
        changeSession(client, null)
        await navigate({ to: '/sign-in' })
      },
      () => window.location.reload(),
    )
  }
}
