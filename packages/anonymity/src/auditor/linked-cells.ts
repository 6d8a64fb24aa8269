import type { DisplayedFamily } from './displayed-block.ts'
import { amongOthers, type Finding, type FindingKind } from './finding.ts'
import { type LinearSystem, type ProgrammeBudget, widen } from './linear-solver.ts'
import { tightestGroup } from './personal-width.ts'
import type { WaveIndex } from './wave-index.ts'

/** Beyond so many kinds each programme takes seconds; what is left out is told by the report. */
const mostKinds = 4_000

/** Slack of the solver's own tolerances. */
const tolerance = 1e-5

export type LinkedKind = { readonly people: number; readonly rows: number[] }
export type Row = {
  readonly number: number
  readonly family: DisplayedFamily
  readonly cell: number
  readonly members: number[]
}

/**
 * Cells of cuts overlap with the tree and with each other, so their sums tell about each other in ways that no forest shows. People whom
 * all shown cells hold in the same way are one unknown, every shown cell is a row with the bounds of its sum, and linear programmes tell what
 * each unknown can be. Wider is safer, so an unknown is settled as soon as solutions were seen that are far enough apart.
 * When the budget is spent, unsettled ones count as tight: a coarser step settles them sooner. In an organisation with more kinds
 * than `mostKinds` the forests and splits must do.
 *
 * This looks at people of one kind together. Few people of several kinds are seen by the forests and splits only.
 */
export function attackLinkedCells(
  index: WaveIndex,
  families: readonly DisplayedFamily[],
  counts: Int32Array,
  most: number,
  budget: ProgrammeBudget,
): Finding[] {
  if (families.length < 2) return []
  const { kinds, rows } = linkedKinds(families, counts)
  if (kinds.length > mostKinds) {
    budget.kindsLeftOut += kinds.length
    return []
  }
  const findings: Finding[] = []
  for (const [m, { measure, range }] of (families[0]?.measures ?? []).entries()) {
    const report = (around: readonly number[], finding: FindingKind | null) => {
      if (!finding) return
      const { cells } = index.wave
      const [first = 0, ...others] = smallestFirst(around, rows)
      const { unit, cut } = cells[first] ?? { unit: '', cut: {} }
      findings.push({ finding, unit, cut, measure: measure.id, ...amongOthers(first, others, cells) })
    }
    const system: LinearSystem = {
      lower: Float64Array.from(kinds, ({ people }) => people * range.min),
      upper: Float64Array.from(kinds, ({ people }) => people * range.max),
      rows: rows.map(({ family, cell, members }) => {
        const sums = family.measures[m]?.sums
        return { members, lo: sums?.lo[cell] ?? 0, hi: sums?.hi[cell] ?? 0 }
      }),
    }
    const seen = { lo: system.upper.slice(), hi: system.lower.slice() }
    const tightness = (i: number) => {
      const [lo, hi] = [Math.ceil((seen.lo[i] ?? 0) - tolerance), Math.floor((seen.hi[i] ?? 0) + tolerance)]
      return tightestGroup(range, kinds[i]?.people ?? 0, lo, hi, most)
    }
    const unsettled = widen(system, seen, (i) => tightness(i) === null, budget)
    if (!unsettled) report([0], 'inconsistent')
    for (const i of unsettled?.exact ?? []) report(kinds[i]?.rows ?? [], tightness(i))
    for (const i of unsettled?.leftOut ?? []) report(kinds[i]?.rows ?? [], 'interval-tight')
  }
  return findings
}

export function linkedKinds(
  families: readonly DisplayedFamily[],
  counts: Int32Array,
): { kinds: LinkedKind[]; rows: Row[] } {
  const rows: Row[] = []
  const firstRow = families.map((family) => {
    const first = rows.length
    family.nested.cells.forEach((number, cell) => {
      rows.push({ number, family, cell, members: [] })
    })
    return first
  })
  const kinds: LinkedKind[] = []
  const known = new Map<string, number>()
  const people: number[] = []
  counts.forEach((count, group) => {
    const cells = families.map(({ nested }) => nested.innermostOf[group] ?? -1)
    if (count === 0 || cells.every((cell) => cell === -1)) return
    const key = cells.join()
    const kind = known.get(key) ?? people.push(0) - 1
    people[kind] = (people[kind] ?? 0) + count
    if (known.has(key)) return
    known.set(key, kind)
    families.forEach(({ nested }, f) => {
      for (let cell = cells[f] ?? -1; cell !== -1; cell = nested.outer[cell] ?? -1)
        rows[(firstRow[f] ?? 0) + cell]?.members.push(kind)
    })
  })
  people.forEach((count) => {
    kinds.push({ people: count, rows: [] })
  })
  rows.forEach(({ members }, row) => {
    for (const kind of members) kinds[kind]?.rows.push(row)
  })
  return { kinds, rows }
}

/** Numbers of the cells that hold these people; the smallest gives its name to what is found. */
export function smallestFirst(around: readonly number[], rows: readonly Row[]): number[] {
  const sizeOf = (row: Row) => row.family.nested.people[row.cell] ?? 0
  return around
    .flatMap((row) => rows[row] ?? [])
    .sort((a, b) => sizeOf(a) - sizeOf(b) || a.number - b.number)
    .map(({ number }) => number)
}
