import { type AgreementVersion, noTexts } from '@chorus/contracts/agreements'
import type { VersionRow } from '@chorus/db/stores/agreements'
import type { HiddenRow } from '@chorus/db/stores/hidden-targets'
import { hidingFor } from '../hiding.ts'

/** @param reader the id of the person who reads it */
export function describeVersion(
  row: VersionRow,
  reader: string,
  { hidden, redacted }: { hidden: HiddenRow | undefined; redacted: boolean },
) {
  const { id, state, number, texts, proposedBy, proposerName, proposedOn, decidedBy, deciderName } = row
  const isMine = proposedBy === reader
  return {
    id,
    state,
    number,
    texts: hidden && !isMine ? noTexts : texts,
    hidden: hidingFor(hidden, isMine),
    redacted,
    proposedBy:
      proposedBy !== null && proposerName !== null ? { person: proposedBy, name: proposerName } : null,
    proposedOn,
    decidedOn: row.decidedOn,
    decidedBy: decidedBy !== null && deciderName !== null ? { person: decidedBy, name: deciderName } : null,
  } satisfies Record<keyof AgreementVersion, unknown>
}
