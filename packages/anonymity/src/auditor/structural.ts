import type { MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedThresholds } from './audited-thresholds.ts'
import type { Finding } from './finding.ts'
import { type NestedCells, nestCells } from './nested-cells.ts'
import { findSmallCombination, type Kind } from './small-combinations.ts'
import type { WaveIndex } from './wave-index.ts'

type Placed = Omit<Finding, 'measure'>
type Layer = {
  readonly measure: string | null
  readonly counts: Int32Array
  /** Per cell of the wave 1 where the figure is shown. */
  readonly shown: Uint8Array
  /** Smallest group that may follow from adding and subtracting. */
  readonly group: number
  /** Smallest shown cell with this many attributes. */
  readonly cell: (attributes: number) => number
}

export type StructuralAudit = {
  readonly findings: Finding[]
  readonly layersAttacked: number
  /** Kinds of people whose combinations were searched because shown cells overlap. */
  readonly kindsSearched: number
}

/**
 * Every figure that can be subtracted on its own is a layer: all who answered, each measure's mean, favourable share, spread. In
 * each, shown cells are taken as exact sums, and nothing that follows by adding and subtracting may be about too few people.
 */
export function attackStructure(index: WaveIndex, thresholds: AuditedThresholds): StructuralAudit {
  const findings: Finding[] = []
  const audit: { -readonly [key in keyof StructuralAudit]: StructuralAudit[key] } = {
    findings,
    layersAttacked: 0,
    kindsSearched: 0,
  }
  const attacked: { layer: Layer; found: readonly Placed[] }[] = []
  for (const layer of layersOf(index, thresholds)) {
    // Measures of a block are usually shown in the same cells: what was found once holds for all of them.
    let known = attacked.find((before) => isSameAttack(before.layer, layer))
    if (!known) {
      known = { layer, found: attackLayer(index, layer, audit) }
      attacked.push(known)
      if (attacked.length > 4) attacked.shift()
    }
    audit.layersAttacked++
    for (const place of known.found) findings.push({ ...place, measure: layer.measure })
  }
  return audit
}

function* layersOf({ wave, figures }: WaveIndex, thresholds: AuditedThresholds): Generator<Layer> {
  const { group, cell } = thresholds
  const atLeast = (minimum: number) => ({
    group: minimum,
    cell: (attributes: number) => Math.max(minimum, cell(attributes)),
  })
  yield {
    measure: null,
    counts: Int32Array.from(wave.groups, ({ respondents }) => respondents),
    shown: Uint8Array.from(wave.cells, ({ n }) => (n === null ? 0 : 1)),
    ...atLeast(group),
  }
  for (const [block, { measures }] of wave.blocks.entries()) {
    const counts = Int32Array.from(wave.groups, ({ complete }) => complete[block] ?? 0)
    for (const { id: measure } of measures) {
      const column = figures.get(measure) ?? []
      const layer = (minimum: number, isShown: (figures: MeasureFigures) => boolean): Layer => ({
        measure,
        counts,
        shown: where(column, isShown),
        ...atLeast(minimum),
      })
      yield layer(group, ({ mean, n }) => mean !== null || n !== null)
      yield layer(
        thresholds.favourable,
        ({ favourable, favourableInterval }) => favourable !== null || favourableInterval !== null,
      )
      yield layer(thresholds.spread, ({ sd, answers }) => sd !== null || answers !== null)
      yield layer(thresholds.agreementWord, ({ agreement }) => agreement !== null)
    }
  }
}

function where(
  column: readonly (MeasureFigures | undefined)[],
  isShown: (figures: MeasureFigures) => boolean,
): Uint8Array {
  const shown = new Uint8Array(column.length)
  for (let i = 0; i < column.length; i++) {
    const figures = column[i]
    if (figures !== undefined && isShown(figures)) shown[i] = 1
  }
  return shown
}

function isSameAttack(a: Layer, b: Layer): boolean {
  return a.group === b.group && sameBytes(a.counts, b.counts) && sameBytes(a.shown, b.shown)
}

function sameBytes(a: Uint8Array | Int32Array, b: Uint8Array | Int32Array): boolean {
  const bytes = (values: typeof a) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return a === b || bytes(a).equals(bytes(b))
}

function attackLayer(index: WaveIndex, layer: Layer, audit: { kindsSearched: number }): Placed[] {
  const families = index.families
    .map((family) => nestCells(index, family, layer.shown, layer.counts))
    .filter((nested) => nested.cells.length > 0)
  const found = families.flatMap((nested) => attackFamily(index, nested, layer))
  if (families.length < 2 || found.length > 0) return found
  const { kinds, placeOf } = kindsOf(families, layer.counts)
  audit.kindsSearched += kinds.length
  const search = findSmallCombination(kinds, layer.group)
  if (search.verdict === 'safe') return []
  if (search.verdict === 'found') return [placed(index, placeOf(search.kinds), 'small-combination')]
  return [placed(index, families[0]?.cells[0], 'unproven')]
}

/** Cells with the same attributes are nested: what follows from them are their rests and sums of these. */
function attackFamily(index: WaveIndex, nested: NestedCells, { group, cell }: Layer): Placed[] {
  const found: Placed[] = []
  const minimum = cell(nested.attributes.length)
  for (let i = 0; i < nested.cells.length; i++) {
    const rest = nested.restPeople[i] ?? 0
    if ((nested.people[i] ?? 0) < minimum) found.push(placed(index, nested.cells[i], 'threshold'))
    if (rest > 0 && rest < group) found.push(placed(index, nested.cells[i], 'small-group'))
  }
  return found
}

function placed({ wave }: WaveIndex, cell: number | undefined, finding: Placed['finding']): Placed {
  const { unit, cut } = wave.cells[cell ?? 0] ?? { unit: '', cut: {} }
  return { finding, unit, cut }
}

/** Groups of people with the same innermost cells in all families; cells numbered through over the families. */
function kindsOf(families: readonly NestedCells[], counts: Int32Array) {
  const kinds = new Map<string, Kind>()
  const cellOf = families.flatMap(({ cells, people, attributes }) =>
    [...cells].map((cell, i) => ({ cell, people: people[i] ?? 0, isCut: attributes.length > 0 })),
  )
  counts.forEach((people, group) => {
    if (people === 0) return
    const cells: number[] = []
    let first = 0
    for (const { cells: own, innermostOf } of families) {
      const innermost = innermostOf[group] ?? -1
      if (innermost !== -1) cells.push(first + innermost)
      first += own.length
    }
    if (cells.length === 0) return
    const key = cells.join()
    kinds.set(key, { cells, people: people + (kinds.get(key)?.people ?? 0) })
  })
  const list = [...kinds.values()]
  /** The smallest cell that holds some of these people, of a cut where there is one: the likeliest to be hidden. */
  const placeOf = (found: readonly number[]) => {
    const around = found.flatMap((kind) => list[kind]?.cells ?? []).flatMap((cell) => cellOf[cell] ?? [])
    around.sort((a, b) => Number(b.isCut) - Number(a.isCut) || a.people - b.people || a.cell - b.cell)
    return around[0]?.cell ?? 0
  }
  return { kinds: list, placeOf }
}
