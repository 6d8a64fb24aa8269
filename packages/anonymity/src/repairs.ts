import { keyOf } from './change-since.ts'

/** What the auditor had made coarser: steps of a block's means in one cell, or the block hidden there. */
export type Repair = {
  readonly unit: string
  readonly cut: Readonly<Record<string, string>>
  readonly block: string
  readonly step: number | 'hidden'
}

/** Repairs by place. */
export class Repairs {
  readonly #steps: ReadonlyMap<string, number | 'hidden'>

  constructor(repairs: readonly Repair[]) {
    this.#steps = new Map(repairs.map((repair) => [keyOf(repair, repair.block), repair.step]))
  }

  /** Null where nothing was repaired. */
  of(cell: Pick<Repair, 'unit' | 'cut'>, block: string): number | 'hidden' | null {
    if (this.#steps.size === 0) return null
    return this.#steps.get(keyOf(cell, block)) ?? null
  }
}
