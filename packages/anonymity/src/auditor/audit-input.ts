import type { Policy } from '@chorus/contracts/policy'
import type { Cell } from '@chorus/contracts/publish'

/** People of the same unit and the same category in every attribute: the finest that an enemy can know of anybody. */
export type AuditedGroup = {
  readonly unit: string
  readonly cut: Readonly<Record<string, string>>
  /** People who answered anything. */
  readonly respondents: number
  /** Per block the people who answered all of it: the only ones who count for it. */
  readonly complete: readonly number[]
}

export type AuditedMeasure = {
  readonly id: string
  /** Lowest and highest answer; of a scale the range of its mean. */
  readonly min: number
  readonly max: number
  readonly isScale: boolean
}

/** The scale first, then its items; a single measure for an item that stands alone. */
export type AuditedBlock = { readonly id: string; readonly measures: readonly AuditedMeasure[] }

/** At most so many people of a group in an earlier wave, and of a group in this one, answered both. As many as can have are taken for it. */
export type Stayed = {
  readonly before: Pick<AuditedGroup, 'unit' | 'cut'>
  readonly now: Pick<AuditedGroup, 'unit' | 'cut'>
  readonly people: number
}

/** One wave as it would be seen, and who is behind it. */
export type AuditedWave = {
  readonly id: string
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  readonly groups: readonly AuditedGroup[]
  readonly blocks: readonly AuditedBlock[]
  /** Cells as displayed. Figures are numbers (exact) or closed bands. */
  readonly cells: readonly Cell[]
  /** By earlier wave, how many people of each group can have answered both; nothing where nobody knows. */
  readonly stayed?: ReadonlyMap<string, readonly Stayed[]>
}

export type AuditPolicy = Pick<Policy, 'k' | 'cutK'>
