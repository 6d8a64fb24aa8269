import type { Policy } from './policy.ts'

/** One thing of a policy that changed, as respondents are told. */
export type PolicyDifference =
  | { readonly what: 'k' | 'commentK' | 'cutK'; readonly before: number; readonly now: number }
  | { readonly what: 'comments'; readonly now: boolean }
  | { readonly what: 'cuts'; readonly now: readonly string[] }
  | { readonly what: 'reminders'; readonly now: NonNullable<Policy['reminders']> }

/** What of it people are told, in the order of how much it concerns them. Crossings are told with the cuts. */
export function policyDifferences(before: Policy, now: Policy): PolicyDifference[] {
  const told: PolicyDifference[] = []
  const asks = (one: Policy) => one.comments === true
  const reminds = (one: Policy) => one.reminders ?? 'everybody'
  for (const what of ['k', 'commentK', 'cutK'] as const) {
    const isTold = what === 'k' || (what === 'commentK' ? asks(before) && asks(now) : now.cuts.length > 0)
    if (isTold && before[what] !== now[what]) told.push({ what, before: before[what], now: now[what] })
  }
  if (asks(before) !== asks(now)) told.push({ what: 'comments', now: asks(now) })
  if (JSON.stringify([before.cuts, before.crossings]) !== JSON.stringify([now.cuts, now.crossings]))
    told.push({ what: 'cuts', now: now.cuts })
  if (reminds(before) !== reminds(now)) told.push({ what: 'reminders', now: reminds(now) })
  return told
}
