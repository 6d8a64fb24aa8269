import type { AuditedWave, AuditPolicy } from './audit-input.ts'
import { type DisplayedFamily, type DisplayedMeasure, displayedBlock } from './displayed-block.ts'
import { amongOthers, type Finding } from './finding.ts'
import { type LinearSystem, type ProgrammeBudget, widen } from './linear-solver.ts'
import { type LinkedKind, linkedKinds, type Row, smallestFirst } from './linked-cells.ts'
import { tightestGroup } from './personal-width.ts'
import { indexWave } from './wave-index.ts'

/** Beyond so many kinds of people the programmes of one item take seconds, and an item may need so many; what is left out is told by the report. */
const most = { kinds: 300, programmes: 100 }

const tolerance = 1e-6

/**
 * Shares and distributions of one cell and means of others tell about each other in ways that neither sums nor counts alone show: whoever
 * said 3 in a cell in which nearly everybody did is not in the small team whose mean is 6. So for every item of which more than means are shown, people
 * whom all shown cells hold in the same way are as many unknowns as there are answers, every figure bounds a sum of these over its
 * cell, and linear programmes say which answers somebody can have given, and how far the sums of few people are known.
 *
 * One wave at a time: coarser figures can only leave more possible, so what is clean stays clean when more is made coarser.
 */
export function attackAnswers(wave: AuditedWave, { k }: AuditPolicy, budget: ProgrammeBudget): Finding[] {
  const index = indexWave(wave)
  return wave.blocks.flatMap((_, block) => {
    const families = displayedBlock(index, block)
    const items = (families[0]?.measures ?? []).flatMap(({ range }, m) =>
      range.parts === 1 && families.some(({ measures }) => isMoreThanMeans(measures[m])) ? [m] : [],
    )
    if (items.length === 0) return []
    const counts = Int32Array.from(wave.groups, ({ complete }) => complete[block] ?? 0)
    const { kinds, rows } = linkedKinds(families, counts)
    return items.flatMap((m) => {
      if (kinds.length > most.kinds || budget.left < most.programmes) {
        budget.kindsLeftOut += kinds.length
        return []
      }
      return knownKinds(families, kinds, rows, m, k - 1, budget).map(({ kind, finding }): Finding => {
        const [first = 0, ...others] = smallestFirst(kinds[kind]?.rows ?? [0], rows)
        const { unit, cut } = wave.cells[first] ?? { unit: '', cut: {} }
        const measure = families[0]?.measures[m]?.measure.id ?? null
        return { finding, unit, cut, measure, ...amongOthers(first, others, wave.cells) }
      })
    })
  })
}

function isMoreThanMeans(measure: DisplayedMeasure | undefined): boolean {
  return measure !== undefined && (measure.favourable !== null || measure.answers !== null)
}

type Known = {
  readonly kind: number
  readonly finding: 'interval-narrow' | 'interval-tight' | 'inconsistent'
}

function knownKinds(
  families: readonly DisplayedFamily[],
  kinds: readonly LinkedKind[],
  rows: readonly Row[],
  m: number,
  few: number,
  budget: ProgrammeBudget,
): Known[] {
  const range = families[0]?.measures[m]?.range
  if (!range) return []
  const answers = Array.from({ length: range.max - range.min + 1 }, (_, i) => range.min + i)
  const width = answers.length + 1
  // Of every kind: how many of its people gave each answer, then the sum of their answers.
  const countOf = (kind: number, answer: number) => kind * width + answer - range.min
  const sumOf = (kind: number) => kind * width + answers.length
  const system: LinearSystem = {
    lower: Float64Array.from(kinds.flatMap(({ people }) => [...answers.map(() => 0), people * range.min])),
    upper: Float64Array.from(
      kinds.flatMap(({ people }) => [...answers.map(() => people), people * range.max]),
    ),
    rows: [
      ...kinds.flatMap(({ people }, kind) => {
        const own = answers.map((answer) => countOf(kind, answer))
        return [
          { members: own, lo: people, hi: people },
          { members: [...own, sumOf(kind)], weights: [...answers, -1], lo: 0, hi: 0 },
        ]
      }),
      ...rows.flatMap(({ family, cell, members }) => {
        const shown = family.measures[m]
        if (!shown) return []
        const bounds = ({ lo, hi }: { lo: Int32Array; hi: Int32Array }) => ({
          lo: lo[cell] ?? 0,
          hi: hi[cell] ?? 0,
        })
        const countsFrom = (wanted: readonly number[]) =>
          members.flatMap((kind) => wanted.map((answer) => countOf(kind, answer)))
        const favourable = answers.filter((answer) => answer >= shown.favourableFrom)
        return [
          { members: members.map(sumOf), ...bounds(shown.sums) },
          ...(shown.favourable ? [{ members: countsFrom(favourable), ...bounds(shown.favourable) }] : []),
          ...(shown.answers ?? []).map((counts, i) => ({
            members: countsFrom([range.min + i]),
            ...bounds(counts),
          })),
        ]
      }),
    ],
  }
  const seen = { lo: system.upper.slice(), hi: system.lower.slice() }
  const isPossible = (kind: number, answer: number) => (seen.hi[countOf(kind, answer)] ?? 0) >= 1 - tolerance
  const isOpen = (kind: number) => answers.filter((answer) => isPossible(kind, answer)).length > range.width
  const isLoose = (kind: number) => {
    const [lo, hi] = [seen.lo[sumOf(kind)] ?? 0, seen.hi[sumOf(kind)] ?? 0]
    const people = kinds[kind]?.people ?? 0
    return tightestGroup(range, people, Math.ceil(lo - tolerance), Math.floor(hi + tolerance), few) === null
  }
  const unsettled = widen(
    system,
    seen,
    (unknown) => {
      const [kind, place] = [Math.floor(unknown / width), unknown % width]
      if (place === answers.length) return isLoose(kind)
      return isOpen(kind) || isPossible(kind, range.min + place)
    },
    budget,
  )
  if (!unsettled) return [{ kind: 0, finding: 'inconsistent' }]
  return [...kinds.keys()].flatMap((kind): Known[] => [
    ...(isOpen(kind) ? [] : [{ kind, finding: 'interval-narrow' } as const]),
    ...(isLoose(kind) ? [] : [{ kind, finding: 'interval-tight' } as const]),
  ])
}
