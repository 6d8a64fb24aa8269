import type { Written } from '@chorus/contracts/commons'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Where all of it is, also to be taken along as a file. */
export const writtenAddress = '/api/my/written'

export const writtenQuery = queryOptions({
  queryKey: ['written'],
  queryFn: () => request<Written>('GET', writtenAddress),
})

export const takeBack = ({ kind, id }: Pick<Written['texts'][number], 'kind' | 'id'>) =>
  request<void>('DELETE', `${writtenAddress}/${kind}/${id}`)
