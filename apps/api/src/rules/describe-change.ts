import { policyDifferences } from '@chorus/contracts/policy-differences'
import { type ProposedChange, type RuleChange, ruleChange } from '@chorus/contracts/rights'
import type { KnownPerson } from '@chorus/db/stores/known-person'
import type { RuleChangeRow } from '@chorus/db/stores/rule-changes'
import { rolesOf } from '../http/permission.ts'

/** A change as a reader sees it. */
export function describeChange(row: RuleChangeRow, reader: KnownPerson): RuleChange {
  const waits = row.state === 'proposed'
  return ruleChange.parse({
    id: row.id,
    change: row.change,
    state: row.state,
    proposedBy: row.proposedByName,
    proposedOn: row.proposedOn,
    decidedBy: row.decidedByName,
    decidedOn: row.decidedOn,
    reason: row.reason,
    since: row.since,
    mayDecide: waits && row.proposedBy !== reader.person.id && mayDecide(row.change, reader),
    mayWithdraw: waits && rolesOf(reader).some((role) => role === 'hr' || role === 'administrator'),
  })
}

/**
 * The works council decides. Who watches is also for administrators to decide: where nobody watches, nobody of the works council could agree.
 * Nobody decides on an appointment of their own.
 */
export function mayDecide(change: ProposedChange, { person }: KnownPerson): boolean {
  if (change.kind !== 'auditor') return person.role === 'auditor'
  return change.person !== person.id && (person.role === 'auditor' || person.role === 'administrator')
}

/** For the audit trail: "Pulse: k 5 -> 6, comments off". */
export function changeSubject(change: ProposedChange): string {
  if (change.kind === 'second-person')
    return `a second person for changes of the rules: ${change.on ? 'on' : 'off'}`
  if (change.kind === 'auditor')
    return `${change.on ? 'watches over the rules' : 'watches over the rules no longer'}: ${change.name}`
  const told = policyDifferences(change.before, change.after).map((one) => {
    if (one.what === 'comments') return `comments ${one.now ? 'on' : 'off'}`
    if (one.what === 'cuts') return `cuts: ${one.now.join(', ') || 'none'}`
    return `${one.what} ${one.before} -> ${one.now}`
  })
  return `${change.name}: ${told.join('; ') || 'thresholds of what is not asked'}`
}
