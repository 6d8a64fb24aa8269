import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import type { Tally } from './tally.ts'

export type PublishInput = {
  /** `closed`: ISO date, where known. */
  readonly wave: { readonly id: string; readonly closed: string | null }
  /** The tree in which the wave was answered. */
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  /** Answers of this wave, counted under `units` in the same order. */
  readonly tally: Tally
  /** People invited, per unit itself; null when it is not known. */
  readonly invited: ReadonlyMap<string, number> | null
  readonly policy: Policy
  /** Waves released before, oldest first. */
  readonly earlier: readonly ReleasedWave[]
}
