import type { ConcernSettings } from '@chorus/contracts/concerns'
import type { Policy } from '@chorus/contracts/policy'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { RhythmRules } from '@chorus/contracts/rhythm-rules'
import type { ProposedChange } from '@chorus/contracts/rights'
import type { ScimSettings } from '@chorus/contracts/scim'
import type { SignInProvider } from '@chorus/contracts/sign-in'
import { textIn } from '@chorus/instruments/localise'

/** A change for the audit trail: "Pulse: k 5 -> 6, comments off". Never a secret. */
export function changeSubject(change: ProposedChange): string {
  switch (change.kind) {
    case 'policy':
      return `${change.name}: ${policyInShort(change.before, change.after)}`
    case 'questionnaire': {
      const [before, after] = [change.before, change.after].map(
        ({ id, name }) => `${textIn(name, 'en')}, ${id}`,
      )
      return `${change.name}: asks ${before} -> ${after}`
    }
    case 'rhythm':
      return `${change.name}: ${rhythmInShort(change.before)} -> ${rhythmInShort(change.after)}`
    case 'provider': {
      const after = change.after === null ? 'links by mail alone' : providerInShort(change.after)
      return `sign-in: ${after}${change.newSecret ? ', another secret' : ''}`
    }
    case 'scim-token':
      return change.instead === null ? change.name : `another token for ${change.name}`
    case 'scim-settings':
      return scimInShort(change.after)
    case 'second-person':
      return `a second person for changes of the rules: ${change.on ? 'on' : 'off'}`
    case 'auditor':
      return `${change.on ? 'watches over the rules' : 'watches over the rules no longer'}: ${change.name}`
    case 'trusted-named':
    case 'trusted-dismissed': {
      const which = change.kind === 'trusted-named' ? 'takes concerns' : 'takes concerns no longer'
      return `${which}: ${change.name} (${change.office}); who stands behind: ${change.escalation}`
    }
    case 'concern-settings':
      return `concerns: ${concernsInShort(change.before)} -> ${concernsInShort(change.after)}`
  }
}

function policyInShort(before: Policy, after: Policy): string {
  const told = policyDifferences(before, after).map((one) => {
    if (one.what === 'comments') return `comments ${one.now ? 'on' : 'off'}`
    if (one.what === 'cuts') return `cuts: ${one.now.join(', ') || 'none'}`
    if (one.what === 'reminders') return `reminders: ${one.now}`
    return `${one.what} ${one.before} -> ${one.now}`
  })
  return told.join('; ') || 'thresholds of what is not asked'
}

function rhythmInShort({ openMinutes, perWave }: RhythmRules): string {
  const open = openMinutes === null ? 'opened by hand' : `open for ${openMinutes} min`
  return `${open}, ${perWave} in turn`
}

function providerInShort(one: SignInProvider): string {
  const offered = one.offered ? 'offered' : 'not offered'
  return [one.name, one.issuer, one.clientId, `${one.match} by ${one.claim}`, offered, ...one.domains].join(
    ', ',
  )
}

function concernsInShort({ answerWithinDays, eraseAfterDays }: ConcernSettings): string {
  return `answered within ${answerWithinDays} days, erased ${eraseAfterDays} days after closing`
}

function scimInShort({ unitsFrom, unlocked }: ScimSettings): string {
  return `units from ${unitsFrom}, ${unlocked ? 'unlocked' : 'locked'}`
}
