import type { AnswerFeedback, FeedbackWords, GiveFeedback, MyFeedback } from '@chorus/contracts/feedback'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const myFeedbackQuery = queryOptions({
  queryKey: ['my-feedback'],
  queryFn: () => request<MyFeedback>('GET', '/api/my/feedback'),
  staleTime: 0,
})

/** As the form has it: ids are not told apart from other words there. */
export type FeedbackToSend = Omit<GiveFeedback, 'to'> & {
  to: { kind: 'person'; receiver: string } | { kind: 'request'; request: string }
}

export const giveFeedback = (sent: FeedbackToSend) => request<{ id: string }>('POST', '/api/feedback', sent)

export const readFeedback = (id: string) => request<FeedbackWords>('POST', `/api/feedback/${id}/read`)

export const answerFeedback = (id: string, answer: AnswerFeedback) =>
  request<void>('PATCH', `/api/feedback/${id}`, answer)

export const deleteFeedback = (id: string) => request<void>('DELETE', `/api/feedback/${id}`)

export const askForFeedback = (sent: { people: readonly string[]; question: string }) =>
  request<{ asked: number }>('POST', '/api/feedback/requests', sent)

export const declineRequest = (id: string, words: string) =>
  request<void>('POST', `/api/feedback/requests/${id}/decline`, { words })

export const withdrawRequest = (id: string) => request<void>('DELETE', `/api/feedback/requests/${id}`)

/** A change after which the lists are asked for anew. @param done told when it has succeeded */
export function useFeedbackChange<T>(done?: (result: T) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<T>) => change(),
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: myFeedbackQuery.queryKey })
      done?.(result)
    },
  })
}
