import type { Repair } from './auditor/repairs.ts'
import { keyOf } from './change-since.ts'

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
