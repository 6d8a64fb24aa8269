import type { Reflection } from '@chorus/contracts/reflections'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reflectionQuery } from './api/reflections.ts'

/** A change of a session, whose answer is the session as it is then. @param done told when it has succeeded */
export function useSessionChange(session: string, done?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<Reflection>) => change(),
    onSuccess: (changed) => {
      client.setQueryData(reflectionQuery(session).queryKey, changed)
      done?.()
    },
  })
}
