import type { JobsAnswer } from '@chorus/contracts/jobs'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const everyMinute = 60_000

/** Asked for anew every minute, as often as Chorus looks at its clock. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: () => request<JobsAnswer>('GET', '/api/jobs'),
  refetchInterval: everyMinute,
})

export async function tryAgain(
  trouble: Pick<JobsAnswer['troubles'][number], 'kind' | 'subject'>,
): Promise<JobsAnswer> {
  const { kind, subject } = trouble
  return request('POST', '/api/jobs/again', { kind, subject })
}
