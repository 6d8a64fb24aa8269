import type { WaveRow } from '@chorus/db/stores/waves'

/** What the audit trail says of a closed wave. Boxes without a valid ballot are somebody's tampering with the database. */
export function closedSubject({ label, unbacked }: Pick<WaveRow, 'label' | 'unbacked'>): string {
  return unbacked ? `${label}; ${unbacked} boxes without a valid ballot were dropped` : label
}
