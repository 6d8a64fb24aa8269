import type { AgreementVersion } from '@chorus/contracts/agreements'
import type { VersionRow } from '@chorus/db/stores/agreements'

export function describeVersion(row: VersionRow) {
  const { id, state, number, texts, proposedBy, proposerName, proposedOn, decidedBy, deciderName } = row
  return {
    id,
    state,
    number,
    texts,
    proposedBy:
      proposedBy !== null && proposerName !== null ? { person: proposedBy, name: proposerName } : null,
    proposedOn,
    decidedOn: row.decidedOn,
    decidedBy: decidedBy !== null && deciderName !== null ? { person: decidedBy, name: deciderName } : null,
  } satisfies Record<keyof AgreementVersion, unknown>
}
