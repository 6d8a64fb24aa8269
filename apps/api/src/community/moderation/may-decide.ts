import type { Decision } from '@chorus/contracts/commons'
import type { HiddenRow } from '@chorus/db/stores/hidden-targets'

/**
 * What somebody of HR may decide on a text: nothing on one of their own, and not on an appeal against their own decision, where there is
 * somebody else of HR.
 */
export function mayDecide(
  target: { readonly author: string | null; readonly hidden: Pick<HiddenRow, 'by' | 'state'> | null },
  decider: { readonly person: string; readonly hasOthers: boolean },
): Decision[] {
  const leavesTo = (whose: string | null) => decider.hasOthers && whose === decider.person
  if (leavesTo(target.author)) return []
  const { hidden } = target
  if (hidden === null) return ['hide', 'leave']
  return hidden.state === 'appealed' && !leavesTo(hidden.by) ? ['show', 'keep hidden'] : ['show']
}
