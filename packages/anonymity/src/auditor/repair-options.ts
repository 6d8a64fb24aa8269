import type { AuditReport, Cell } from '@chorus/contracts/publish'
import type { AuditedBlock } from './audit-input.ts'
import { type Finding, type FoundPlace, isRepairable } from './finding.ts'
import { nextStep, type RepairStep } from './repair-ladder.ts'

/** Shown means of this block in this cell get this step (scale points), or the block is hidden there. */
export type Repair = FoundPlace & { readonly block: string; readonly step: RepairStep }

/** A repair that may cure a finding, and its cost in answers times steps. `key` names cell and block. */
export type RepairOption = { readonly key: string; readonly repair: Repair; readonly cost: number }

/** Reads off a display what may cure findings: one step more for one of the cells that take part. */
export class RepairOptions {
  readonly #cells: ReadonlyMap<string, Cell>
  readonly #blocks: ReadonlyMap<string, AuditedBlock>

  constructor(cells: readonly Cell[], blocks: readonly AuditedBlock[]) {
    this.#cells = new Map(cells.map((cell) => [placeKey(cell), cell]))
    this.#blocks = new Map(blocks.flatMap((block) => block.measures.map(({ id }) => [id, block])))
  }

  /** Cheapest first, the smaller name first among equals; none for a finding that no coarser figure cures. */
  of(finding: Finding): RepairOption[] {
    const block = this.#blocks.get(finding.measure ?? '')
    if (!block || !isRepairable(finding)) return []
    return [finding, ...(finding.among ?? [])]
      .flatMap((place): RepairOption[] => {
        const cell = this.#cells.get(placeKey(place))
        const next = cell && nextStep(cell, block)
        if (!next) return []
        const repair = { unit: cell.unit, cut: cell.cut, block: block.id, step: next.step }
        return [{ key: `${placeKey(cell)} ${block.id}`, repair, cost: next.cost }]
      })
      .sort(cheapestFirst)
  }
}

export function cheapestFirst(a: RepairOption, b: RepairOption): number {
  return a.cost - b.cost || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** How many blocks in cells are coarser, and hidden; the last repair of each is in force. */
export function countRepairs(repairs: readonly Repair[]): AuditReport['repairs'] {
  const last = new Map(repairs.map((repair) => [`${placeKey(repair)} ${repair.block}`, repair.step]))
  const hidden = [...last.values()].filter((step) => step === 'hidden').length
  return { coarser: last.size - hidden, hidden }
}

function placeKey({ unit, cut }: FoundPlace): string {
  return JSON.stringify([unit, Object.entries(cut).sort()])
}
