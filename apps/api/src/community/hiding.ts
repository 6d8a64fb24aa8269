import type { Hiding } from '@chorus/contracts/community'
import type { HiddenRow } from '@chorus/db/stores/hidden-targets'

/** That HR has hidden a text, as one reader is told. @param isMine whether the reader wrote it */
export function hidingFor(row: HiddenRow | null | undefined, isMine: boolean): Hiding | null {
  return row ? { reason: row.reason, appeal: isMine ? appeals[row.state] : null } : null
}

const appeals = { hidden: 'possible', appealed: 'waits', 'stays hidden': 'declined' } as const
