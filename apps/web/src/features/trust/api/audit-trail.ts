import type { AuditTrail } from '@chorus/contracts/trust'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** What somebody looks for in the trail; an empty text is anything. */
export type LookedFor = {
  readonly action: string
  readonly person: string
  /** ISO days. */
  readonly from: string
  readonly to: string
}

export const everything: LookedFor = { action: '', person: '', from: '', to: '' }

/** Where the first page begins: no entry has this number. */
const newest = 0

/** Newest first, one page after the other. What was found before stays while something else is looked for. */
export function auditTrailQuery(looked: LookedFor) {
  const filter = Object.entries(looked).filter(([, text]) => text.trim() !== '')
  return infiniteQueryOptions({
    queryKey: ['audit-trail', looked],
    queryFn: ({ pageParam }) => {
      const before = pageParam === newest ? [] : [['before', String(pageParam)]]
      return request<AuditTrail>('GET', `/api/audit-trail?${new URLSearchParams([...filter, ...before])}`)
    },
    initialPageParam: newest,
    getNextPageParam: (page) => (page.more ? page.events.at(-1)?.number : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
