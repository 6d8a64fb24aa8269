import type { unitDimension as contracted } from '@chorus/contracts/collect'

/** The contract's name for the unit tree; of the contracts only types come to the browser. */
export const unitDimension: typeof contracted = 'unit'
