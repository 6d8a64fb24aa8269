import type { HistoryAnswer, HistoryProgress } from '@chorus/contracts/history'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'
import { sendStoppable } from '../../../lib/api/send-stoppable.ts'

export type HistoryStep = 'preview' | 'import'

/** What importing these files would release, or has. */
export async function sendHistory(
  programme: string,
  step: HistoryStep,
  files: FormData,
  signal: AbortSignal,
): Promise<HistoryAnswer> {
  const address = `/api/programmes/${encodeURIComponent(programme)}/history`
  return sendStoppable(step === 'preview' ? `${address}/preview` : address, files, signal)
}

/** Asked every second while somebody waits. */
export const historyProgressQuery = (programme: string) =>
  queryOptions({
    queryKey: ['history-progress', programme],
    queryFn: () =>
      request<HistoryProgress>('GET', `/api/programmes/${encodeURIComponent(programme)}/history/progress`),
    refetchInterval: 1000,
    staleTime: 0,
    gcTime: 0,
  })
