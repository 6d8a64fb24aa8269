import type { PolicyDifference } from '@chorus/contracts/policy-differences'
import type { TextValues } from './isolate.ts'
import type { MessageId } from './message-id.ts'

/** What changed in a policy, as a sentence. */
export function policyDifferenceWords(
  one: PolicyDifference,
  t: (id: MessageId, values?: TextValues) => string,
): string {
  if (one.what === 'comments') return t(one.now ? 'rules.told.comments-on' : 'rules.told.comments-off')
  if (one.what === 'cuts')
    return one.now.length === 0
      ? t('rules.told.cuts-none')
      : t('rules.told.cuts', { cuts: one.now.join(', ') })
  if (one.what === 'reminders')
    return t(one.now === 'everybody' ? 'rules.told.reminders-everybody' : 'rules.told.reminders-some')
  return t(toldId[one.what], { now: one.now, before: one.before })
}

const toldId = {
  k: 'rules.told.k',
  commentK: 'rules.told.commentK',
  cutK: 'rules.told.cutK',
} as const
