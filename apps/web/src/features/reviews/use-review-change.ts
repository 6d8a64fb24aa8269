import type { Review } from '@chorus/contracts/reviews'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reviewQuery, reviewsQuery } from './api/reviews.ts'

/** A change of a review, whose answer is the review as it is then. @param done told when it has succeeded */
export function useReviewChange(id: string, done?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<Review>) => change(),
    onSuccess: async (review) => {
      client.setQueryData(reviewQuery(id).queryKey, review)
      await client.invalidateQueries({ queryKey: reviewsQuery.queryKey })
      done?.()
    },
  })
}
