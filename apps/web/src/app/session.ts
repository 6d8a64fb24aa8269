import type { Session } from '@chorus/contracts/session'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { ApiProblem } from '../lib/api/problem.ts'
import { request } from '../lib/api/request.ts'

/** Who is signed in; null when nobody is. */
const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await request<Session>('GET', '/api/session')
    } catch (problem) {
      if (problem instanceof ApiProblem && signedOut.has(problem.code)) return null
      throw problem
    }
  },
  staleTime: 5 * 60_000,
})

export function useSessionQuery() {
  return useQuery(sessionQuery)
}

/**
 * Another person from here on, or nobody: what was loaded for the one before is forgotten. The session itself is set,
 * not removed, because the header is watching it.
 */
export function changeSession(client: QueryClient, session: Session | null): void {
  const [sessionKey] = sessionQuery.queryKey
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey })
  client.setQueryData(sessionQuery.queryKey, session)
}

export const SessionContext = createContext<Session | undefined>(undefined)

/** Inside the signed-in part there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for pages inside SignedIn')
  return session
}

const signedOut: ReadonlySet<string> = new Set(['not-signed-in', 'session-ended'])
