import type { Conversations, ReadableFrom } from '@chorus/contracts/replies'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** What the reader's office said to authors, and what they replied. */
export const conversationsQuery = (unit: string, wave: string) =>
  queryOptions({
    queryKey: ['reports', 'conversations', unit, wave],
    queryFn: () =>
      request<Conversations>(
        'GET',
        `/api/reports/units/${encodeURIComponent(unit)}/conversations?wave=${encodeURIComponent(wave)}`,
      ),
  })

export function answerComment(comment: string, text: string): Promise<ReadableFrom> {
  return request('POST', `/api/reports/comments/${encodeURIComponent(comment)}/answers`, { text })
}
