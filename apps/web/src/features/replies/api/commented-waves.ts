import type { CommentedWaves } from '@chorus/contracts/replies'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export type CommentedWave = CommentedWaves['waves'][number]

/** The same list for everybody, asked for whether somebody wrote or not. */
export const commentedWavesQuery = queryOptions({
  queryKey: ['my', 'commented-waves'],
  queryFn: () => request<CommentedWaves>('GET', '/api/my/commented-waves'),
})
