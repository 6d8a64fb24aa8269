/**
 * Rule: nothing is shown of fewer than `minimum` answers.
 * @param counts answers per unit, everything below it included
 * @returns per unit 1 where it may be shown as far as this rule goes, else 0
 */
export function reachesMinimum(counts: Uint32Array, minimum: number): Uint8Array {
  return Uint8Array.from(counts, (count) => (count >= minimum ? 1 : 0))
}
