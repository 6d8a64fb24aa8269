import type { DecideOnTarget } from '@chorus/contracts/commons'
import type { NotificationKind } from '@chorus/contracts/community'
import type { AuditAction } from '@chorus/contracts/trust'
import type { Office } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { declineAppeal, findHidden, hideTarget, showTarget } from '@chorus/db/stores/hidden-targets'
import { notify } from '@chorus/db/stores/notifications'
import { hasOtherHrOfWhole } from '@chorus/db/stores/roles'
import { settleReports } from '@chorus/db/stores/target-reports'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { mayDecide } from './may-decide.ts'
import type { Target } from './target.ts'

/**
 * What HR decides on a text: the author is told, reports of it are settled, and the trail notes it with the reason and nobody's name but
 * that of who decided.
 * @throws ProblemError nothing-hidden, own-hiding, own-text
 */
export async function decideOn(
  office: Office,
  decider: SignedIn,
  target: Target,
  given: DecideOnTarget,
  now: Date,
): Promise<void> {
  const { key } = target
  const hidden = await findHidden(office, key)
  const { organisation, person } = decider
  const hasOthers = await hasOtherHrOfWhole(office, organisation, person.id)
  const may = mayDecide({ author: target.author, hidden }, { person: person.id, hasOthers })
  if (may.length === 0) throw new ProblemError('own-text')
  switch (given.decision) {
    case 'hide': {
      const hiding = { reason: given.reason, by: decider.person.id, at: now }
      if (await hideTarget(office, key, hiding))
        await tell('hidden', 'text hidden', `${key.kind}: ${given.reason}`)
      break
    }
    case 'show':
      if (!(await showTarget(office, key))) throw new ProblemError('nothing-hidden')
      await tell('shown again', 'text shown again', key.kind)
      break
    case 'keep hidden': {
      if (hidden?.state !== 'appealed') throw new ProblemError('nothing-hidden')
      if (!may.includes('keep hidden')) throw new ProblemError('own-hiding')
      if (!(await declineAppeal(office, key))) throw new ProblemError('nothing-hidden')
      await tell('stays hidden', 'appeal declined', key.kind)
      break
    }
    case 'leave':
      await note('reports set aside', key.kind)
  }
  await settleReports(office, key)

  async function tell(what: NotificationKind, action: AuditAction, subject: string) {
    await note(action, subject)
    // HR decides as an office: who of it did stands in the trail.
    if (target.author !== null)
      await notify(office, [{ person: target.author, what, about: target.subject, actor: null, at: now }])
  }

  function note(action: AuditAction, subject: string) {
    return recordEvent(office, organisation, { at: now, actor: person.name, action, subject })
  }
}
