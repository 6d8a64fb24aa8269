import { favourableFrom } from '@chorus/psychometrics/favourable-share'
import { noCounts, sumsOfCounts } from './answer-counts.ts'
import type { AuditedMeasure } from './audit-input.ts'
import {
  type Bounds,
  leastWhole,
  lower,
  mostWhole,
  openBounds,
  propagate,
  raise,
  SpareBounds,
} from './bounds.ts'
import { type Column, readAnswers, readCounts, readFavourable } from './displayed-counts.ts'
import { type NestedCells, nestCells } from './nested-cells.ts'
import { type AnswerRange, answerRange } from './personal-width.ts'
import type { WaveIndex } from './wave-index.ts'

/** What the display of one measure tells about the cells of one family. Sums are in parts of a scale point. */
export type DisplayedMeasure = {
  readonly measure: AuditedMeasure
  readonly range: AnswerRange
  /** Lowest favourable answer, in parts. */
  readonly favourableFrom: number
  readonly column: Column
  readonly sums: Bounds
  /** How many answered favourably; null where no share is shown in this family. */
  readonly favourable: Bounds | null
  /** How many gave each answer, lowest first; null where no answers are shown in this family. */
  readonly answers: readonly Bounds[] | null
}

export type DisplayedFamily = { readonly nested: NestedCells; readonly measures: readonly DisplayedMeasure[] }

/**
 * Reads off the display of one block all that the enemy can, who knows how many people are in each cell. Shares and
 * histograms bound the sum; a scale is the mean of its items, so their sums bound each other; and every family is propagated
 * before and after that. For each measure on its own the bounds are the narrowest there are; what
 * scale and items tell each other is drawn once.
 * @param spare bounds that are written over: shares and histograms of the block that was read with them before are gone, sums stay
 */
export function displayedBlock(
  index: WaveIndex,
  block: number,
  spare = new SpareBounds(),
): DisplayedFamily[] {
  spare.startOver()
  const { wave } = index
  const measures = wave.blocks[block]?.measures ?? []
  const items = measures.filter((measure) => !measure.isScale).length
  const counts = Int32Array.from(wave.groups, ({ complete }) => complete[block] ?? 0)
  const columns = measures.map(({ id }) => index.figures.get(id) ?? [])
  const shown = new Uint8Array(wave.cells.length)
  for (const column of columns)
    for (let i = 0; i < shown.length; i++)
      if (column[i]?.status === 'published' && wave.cells[i]?.status === 'published') shown[i] = 1
  return index.families
    .map((family) => nestCells(index, family, shown, counts))
    .filter((nested) => nested.cells.length > 0)
    .map((nested) => {
      const displayed = measures.map((measure, m) =>
        readMeasure(nested, measure, measure.isScale ? items : 1, columns[m] ?? [], spare),
      )
      coupleScaleAndItems(nested, displayed)
      return { nested, measures: displayed }
    })
}

/** What other waves are compared with. Bounds of counts are lent, so they are copied. */
export function forComparing({ nested, measures }: DisplayedFamily): DisplayedFamily {
  const kept = ({ lo, hi }: Bounds): Bounds => ({
    lo: lo.slice(),
    hi: hi.slice(),
    restLo: none,
    restHi: none,
  })
  return {
    nested,
    measures: measures.map((one) => ({
      ...one,
      column: [],
      favourable: one.favourable && kept(one.favourable),
      answers: one.answers?.map(kept) ?? null,
    })),
  }
}

const none = new Int32Array(0)

function readMeasure(
  nested: NestedCells,
  measure: AuditedMeasure,
  parts: number,
  column: Column,
  spare: SpareBounds,
): DisplayedMeasure {
  const range = answerRange(measure, parts)
  const from = favourableFrom(measure) * parts
  const sums = openBounds(nested, range.min, range.max)
  const { people } = nested
  for (let cell = 0; cell < people.length; cell++) {
    const one = column[nested.cells[cell] ?? -1]
    if (one?.mean == null) continue
    const by = (people[cell] ?? 0) * parts
    raise(sums.lo, cell, leastWhole(one.mean, by))
    lower(sums.hi, cell, mostWhole(one.mean, by))
  }
  const favourable = readFavourable(nested, column, spare)
  if (favourable)
    for (let cell = 0; cell < people.length; cell++) {
      const n = people[cell] ?? 0
      const few = favourable.lo[cell] ?? 0
      const many = favourable.hi[cell] ?? 0
      raise(sums.lo, cell, few * from + (n - few) * range.min)
      lower(sums.hi, cell, many * range.max + (n - many) * (from - 1))
    }
  const answers = parts === 1 ? readAnswers(nested, column, spare, measure.max - measure.min + 1) : null
  const counts = noCounts(answers?.length ?? 0)
  if (answers)
    for (let cell = 0; cell < people.length; cell++) {
      const n = people[cell] ?? 0
      readCounts(answers, cell, 'cell', counts)
      const told = sumsOfCounts(counts, n, measure.min)
      // Counts that cannot add up contradict each other: no sum is left.
      raise(sums.lo, cell, told?.lo ?? n * range.max + 1)
      lower(sums.hi, cell, told?.hi ?? n * range.min)
    }
  propagate(nested, sums, range.min, range.max)
  return { measure, range, favourableFrom: from, column, sums, favourable, answers }
}

/** In parts, the scale's sum is the sum of its items' sums. */
function coupleScaleAndItems(nested: NestedCells, measures: readonly DisplayedMeasure[]): void {
  const scale = measures.find(({ measure }) => measure.isScale)
  const items = measures.filter(({ measure }) => !measure.isScale)
  if (!scale || items.length === 0) return
  for (let cell = 0; cell < nested.cells.length; cell++) {
    let least = 0
    let most = 0
    for (const { sums } of items) {
      least += sums.lo[cell] ?? 0
      most += sums.hi[cell] ?? 0
    }
    raise(scale.sums.lo, cell, least)
    lower(scale.sums.hi, cell, most)
    for (const { sums } of items) {
      const lo = sums.lo[cell] ?? 0
      const hi = sums.hi[cell] ?? 0
      raise(sums.lo, cell, (scale.sums.lo[cell] ?? 0) - (most - hi))
      lower(sums.hi, cell, (scale.sums.hi[cell] ?? 0) - (least - lo))
    }
  }
  for (const { sums, range } of measures) propagate(nested, sums, range.min, range.max)
}
