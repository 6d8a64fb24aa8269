import type { FactorKind } from '@chorus/contracts/reviews'

/** In the order in which they are asked about. */
export const factorKinds: readonly FactorKind[] = [
  'process',
  'tool',
  'information',
  'load',
  'communication',
  'environment',
  'knowledge of one',
]
