import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { type Proposal, proposeChange, type RuleChangeRow } from '@chorus/db/stores/rule-changes'
import type { SignedIn } from '../http/permission.ts'
import { valueOrProblem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { changeSubject } from './change-subject.ts'

/**
 * The one way to change what may need a second person: it holds at once, or waits where the organisation wants one. The trail has it or it did not
 * happen.
 * @param atOnce what the trail calls it where it holds at once
 * @param evenAlone it takes something away that one person may take away, whatever the organisation asks for
 * @throws ProblemError change-waiting, changed-meanwhile, unknown-change
 */
export async function propose(
  parts: Pick<Parts, 'database' | 'now'>,
  { organisation, person }: SignedIn,
  proposal: Proposal,
  atOnce: AuditAction = 'rule changed',
  evenAlone = false,
): Promise<RuleChangeRow> {
  const at = parts.now()
  const proposed = await proposeChange(
    parts.database.office,
    organisation,
    { ...proposal, by: person, at },
    (tx, { state }) =>
      recordEvent(tx, organisation, {
        at,
        actor: person.name,
        action: state === 'proposed' ? 'rule change proposed' : atOnce,
        subject: changeSubject(proposal.change),
      }),
    evenAlone,
  )
  return valueOrProblem(proposed)
}
