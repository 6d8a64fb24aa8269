import type { Agreement } from '@chorus/contracts/agreements'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { agreementQuery, agreementUnitsQuery } from './api/agreements.ts'

/** A change of an agreement, whose answer is how it is then. @param done told when it has succeeded */
export function useAgreementChange(done?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<Agreement>) => change(),
    onSuccess: async (changed) => {
      client.setQueryData(agreementQuery(changed.unit.id).queryKey, changed)
      await client.invalidateQueries({ queryKey: agreementUnitsQuery.queryKey })
      done?.()
    },
  })
}
