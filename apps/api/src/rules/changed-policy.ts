import { fallingThresholds } from '@chorus/anonymity/policy'
import { err, ok, type Result } from '@chorus/basics/result'
import { type Policy, policy } from '@chorus/contracts/policy'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { ChangePolicyRequest } from '@chorus/contracts/rights'

type PolicyRefused = { code: 'policy-falls' | 'nothing-changes' | 'malformed-request'; detail?: string }

/** A programme's policy with what somebody wants changed. Where k rises above the other thresholds, they rise with it. */
export function changedPolicy(before: Policy, wish: ChangePolicyRequest): Result<Policy, PolicyRefused> {
  const k = wish.k ?? before.k
  const merged = policy.safeParse({
    ...before,
    ...wish,
    k,
    commentK: wish.commentK ?? Math.max(before.commentK, k),
    cutK: wish.cutK ?? Math.max(before.cutK, k),
  })
  if (!merged.success) {
    const detail = merged.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    return err({ code: 'malformed-request', detail })
  }
  const falling = fallingThresholds(before, merged.data)
  if (falling.length > 0) return err({ code: 'policy-falls', detail: falling.join(', ') })
  if (isSame(before, merged.data)) return err({ code: 'nothing-changes' })
  return ok(merged.data)
}

function isSame(before: Policy, after: Policy): boolean {
  const silent = (['commentK', 'cutK'] as const).some((name) => before[name] !== after[name])
  return !silent && policyDifferences(before, after).length === 0
}
