import type { Thread } from '@chorus/contracts/community'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ThreadOf, threadQuery } from './api/thread.ts'

/** A change of a thread, whose answer is the thread as it is then. @param done told when it has succeeded */
export function useThreadChange(of: ThreadOf, done?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<Thread>) => change(),
    onSuccess: (thread) => {
      client.setQueryData(threadQuery(of).queryKey, thread)
      done?.()
    },
  })
}
