import type { MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedGroup, AuditedWave } from './audit-input.ts'

/** Cells with the same attributes, and which of their categories each group of people has. */
export type CellFamily = {
  readonly attributes: readonly string[]
  /** Per combination of categories and unit the number of its cell, or -1. */
  readonly cellAt: readonly Int32Array[]
  /** Per group its combination, or -1. */
  readonly combinationOf: Int32Array
}

/** A wave in numbers: units, groups and cells stand for their places in the given lists. */
export type WaveIndex = {
  readonly wave: AuditedWave
  /** Per unit the unit above, -1 for the root. */
  readonly parent: Int32Array
  /** Units, those above first. */
  readonly order: Int32Array
  readonly groupUnit: Int32Array
  /** The unit tree (no attributes) first, then the attributes in alphabetical order. */
  readonly families: readonly CellFamily[]
  /** Per measure its figures in every cell. */
  readonly figures: ReadonlyMap<string, readonly (MeasureFigures | undefined)[]>
}

export function indexWave(wave: AuditedWave): WaveIndex {
  const unitNumber = new Map(wave.units.map((unit, i) => [unit.id, i]))
  const parent = Int32Array.from(wave.units, (unit) =>
    unit.parent === null ? -1 : (unitNumber.get(unit.parent) ?? -1),
  )
  return {
    wave,
    parent,
    order: aboveFirst(parent),
    groupUnit: Int32Array.from(wave.groups, (group) => unitNumber.get(group.unit) ?? -1),
    families: familiesOf(wave, unitNumber),
    figures: figuresOf(wave),
  }
}

function figuresOf({ blocks, cells }: AuditedWave): WaveIndex['figures'] {
  const columns = new Map<string, (MeasureFigures | undefined)[]>()
  for (const { measures } of blocks)
    for (const { id } of measures) columns.set(id, new Array<MeasureFigures | undefined>(cells.length))
  cells.forEach(({ measures }, cell) => {
    for (const figures of measures) {
      const column = columns.get(figures.id)
      if (column) column[cell] = figures
    }
  })
  return columns
}

function aboveFirst(parent: Int32Array): Int32Array {
  const depth = new Int32Array(parent.length).fill(-1)
  for (let unit = 0; unit < parent.length; unit++) {
    const way: number[] = []
    let at = unit
    while (at !== -1 && depth[at] === -1) {
      way.push(at)
      at = parent[at] ?? -1
      if (way.length > parent.length) throw new Error('the units are no tree')
    }
    let below = at === -1 ? 0 : (depth[at] ?? 0) + 1
    for (const one of way.reverse()) depth[one] = below++
  }
  return Int32Array.from(depth.keys()).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b)
}

function familiesOf(wave: AuditedWave, unitNumber: ReadonlyMap<string, number>): CellFamily[] {
  const byAttributes = new Map<string, { attributes: string[]; cells: number[] }>()
  wave.cells.forEach((cell, i) => {
    const attributes = Object.keys(cell.cut).sort()
    const key = attributes.length === 0 ? '' : JSON.stringify(attributes)
    const family = byAttributes.get(key) ?? { attributes, cells: [] }
    family.cells.push(i)
    byAttributes.set(key, family)
  })
  return [...byAttributes.values()]
    .sort((a, b) => a.attributes.length - b.attributes.length || compareLists(a.attributes, b.attributes))
    .map(({ attributes, cells }) => {
      const combinations = new Map<string, Int32Array>()
      for (const i of cells) {
        const cell = wave.cells[i]
        const key = categoriesOf(cell?.cut ?? {}, attributes)
        const at = combinations.get(key) ?? new Int32Array(wave.units.length).fill(-1)
        combinations.set(key, at)
        const unit = unitNumber.get(cell?.unit ?? '')
        if (unit !== undefined) at[unit] = i
      }
      const number = new Map([...combinations.keys()].map((key, i) => [key, i]))
      const combinationOf = Int32Array.from(
        wave.groups,
        (group: AuditedGroup) => number.get(categoriesOf(group.cut, attributes)) ?? -1,
      )
      return { attributes, cellAt: [...combinations.values()], combinationOf }
    })
}

function categoriesOf(cut: Readonly<Record<string, string>>, attributes: readonly string[]): string {
  return attributes.length === 0 ? '' : JSON.stringify(attributes.map((name) => cut[name] ?? null))
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\n'), b.join('\n')]
  return left < right ? -1 : left > right ? 1 : 0
}
