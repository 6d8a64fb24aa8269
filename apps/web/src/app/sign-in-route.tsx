import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { changeSession } from './session.ts'

export function SignInRoute() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return (
    <SignInPage
      onSignedIn={(session) => {
        changeSession(client, session)
        void navigate({ to: '/', replace: true })
      }}
    />
  )
}
