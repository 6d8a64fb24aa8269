import type { Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedWave, SealingAudit } from '@chorus/contracts/publish'
import type { AuditedWave } from './auditor/audit-input.ts'
import type { ShownCategories } from './dimension-cuts.ts'
import type { GroupTally } from './group-tally.ts'

/** People invited who are attached to a unit itself. `cut` has a category, or '' for none, for every cut that was counted. */
export type InvitedGroup = {
  readonly unit: string
  readonly cut: Readonly<Record<string, string>>
  readonly people: number
}

/** A wave that was released before, with how many people were behind it. */
export type EarlierWave = {
  readonly wave: ReleasedWave
  readonly behind: Pick<AuditedWave, 'units' | 'groups' | 'blocks'>
  /** What it asked. */
  readonly scales: readonly Scale[]
}

export type PublishInput = {
  /** `closed`: ISO date, where known. */
  readonly wave: { readonly id: string; readonly closed: string | null }
  /** The tree in which the wave was answered. */
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  /** Answers of this wave, counted under `units` in the same order, with the cuts of the policy as attributes where they are known together. */
  readonly counts: GroupTally
  /** Where answers of cuts were sent apart: their counts, the categories chosen at sealing, and the auditor's report of that. */
  readonly dimensions?: {
    readonly cuts: GroupTally
    readonly chosen: ShownCategories
    readonly audit: SealingAudit | null
  }
  /** Null when it is not known who was invited. */
  readonly invited: readonly InvitedGroup[] | null
  readonly policy: Policy
  /** Waves released before, oldest first. */
  readonly earlier: readonly EarlierWave[]
  /**
   * Waves that are out already and closed after this one, oldest first: an imported wave alone has such. Nothing is compared with them in
   * words; the auditor attacks this wave together with them, since they cannot be changed any more.
   */
  readonly later?: readonly EarlierWave[]
  /** By earlier wave, how many people of each group can have answered both, where that is known. */
  readonly stayed?: AuditedWave['stayed']
}
