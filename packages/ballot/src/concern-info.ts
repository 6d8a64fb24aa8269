import { ballotInfo } from './ballot-info.ts'

/** What a ticket for a concern is good for: this month of this organisation, under the keys that everybody was shown. Both tickets of a month are alike. */
export function concernInfo(month: {
  /** UUIDs. */
  readonly id: string
  readonly organisation: string
  /** SHA-256 of the month's canonical description, hex. */
  readonly fingerprint: string
}): Uint8Array {
  const { id, organisation, fingerprint } = month
  return ballotInfo({ wave: id, dimension: 'concern', cohort: organisation, fingerprint })
}
