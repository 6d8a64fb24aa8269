import { Navigate, Outlet } from '@tanstack/react-router'
import { Loaded } from '../ui/loaded.tsx'
import { SessionContext, useSessionQuery } from './session.ts'

/** The part behind the sign-in link. */
export function SignedIn() {
  return (
    <Loaded query={useSessionQuery()} title="Chorus">
      {(session) =>
        session ? (
          <SessionContext value={session}>
            <Outlet />
          </SessionContext>
        ) : (
          <Navigate to="/sign-in" replace />
        )
      }
    </Loaded>
  )
}
