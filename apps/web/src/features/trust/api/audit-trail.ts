import type { AuditTrail } from '@chorus/contracts/trust'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** What somebody looks for in the trail; an empty text is anything. */
export type LookedFor = {
  readonly action: string
  readonly person: string
  /** First and last day, ISO, as the reader's clock has them. */
  readonly from: string
  readonly to: string
}

export const everything: LookedFor = { action: '', person: '', from: '', to: '' }

/** Where the first page begins: no entry has this number. */
const newest = 0

/** Newest first, one page after the other. What was found before stays while something else is looked for. */
export function auditTrailQuery(looked: LookedFor) {
  const { action, person, from, to } = looked
  const filter = Object.entries({ action, person, from: startOf(from, 0), until: startOf(to, 1) }).filter(
    ([, text]) => text.trim() !== '',
  )
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

/** The moment at which a day begins, or one so many days later, where the reader is; of no day none. */
function startOf(isoDay: string, later: number): string {
  const [year, month, day] = isoDay.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return ''
  return new Date(year, month - 1, day + later).toISOString()
}
