import type { AuditPolicy } from './audit-input.ts'

/** What each figure needs, reckoned by the auditor itself from the numbers of the policy. */
export type AuditedThresholds = {
  /** No combination of shown cells may touch fewer people. */
  readonly group: number
  /** Answers in a shown cell with this many attributes. */
  readonly cell: (attributes: number) => number
  readonly favourable: number
  /** Standard deviation, answers one by one. */
  readonly spread: number
  readonly agreementWord: number
}

export function auditedThresholds({ k, cutK }: AuditPolicy): AuditedThresholds {
  const large = Math.max(10, 2 * k)
  return {
    group: k,
    cell: (attributes) => (attributes === 0 ? k : Math.max(k, cutK, attributes === 1 ? 0 : 2 * k)),
    favourable: large,
    spread: Math.max(30, k),
    agreementWord: Math.max(10, k),
  }
}
