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
 * The works council decides, also on who signs people in and provisions them: it is appointed by two, while an administrator alone can make
 * somebody HR. Who watches is also for administrators to decide: where nobody watches, nobody of the works council could agree.
 * Nobody decides on an appointment of their own.
 */
export function mayDecide(change: ProposedChange, { person }: KnownPerson): boolean {
  if (change.kind !== 'auditor') return person.role === 'auditor'
  return change.person !== person.id && (person.role === 'auditor' || person.role === 'administrator')
}
