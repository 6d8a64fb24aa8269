import { useMutation, useQueryClient } from '@tanstack/react-query'
import { finishWelcome, welcomeQuery } from './api/welcome.ts'

/** Finishes the path: it is not offered any more. */
export function useFinish(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: finishWelcome,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: welcomeQuery.queryKey })
      onDone()
    },
  })
}
