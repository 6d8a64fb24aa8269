import type { Band, MeasureFigures } from '@chorus/contracts/publish'
import { type AnswerCounts, isCountPossible, noCounts } from './answer-counts.ts'
import { leastWhole, mostWhole } from './bounds.ts'
import type { DisplayedFamily, DisplayedMeasure } from './displayed-block.ts'
import { readCounts } from './displayed-counts.ts'
import { isAnswerPossible } from './favourable-answers.ts'
import { amongOthers, type Finding, type FindingKind } from './finding.ts'
import { isSpreadPossible, leavesFewSets, shownVariance } from './moments.ts'
import type { NestedCells } from './nested-cells.ts'
import { type AnswerRange, isNarrow, tightestGroup } from './personal-width.ts'
import type { WaveIndex } from './wave-index.ts'

/**
 * From the numbers as displayed: does everybody keep enough possible answers, is the sum of any few people uncertain, do n, mean
 * and spread leave enough sets of answers, and do the numbers fit each other?
 *
 * Only nested cells need to be looked at, and their rests. Take any few people: the least and the greatest sum they can have come from
 * the bounds of some cells that hold them, added up. Where both come from bounds of cells, they are at least
 * (max - min) apart for every person of these cells who is not among the few; where one comes from the answers' own range, all of these
 * people lie in sets near all-highest or all-lowest, and `tightestGroup` finds that in the set itself.
 * @param most the largest number of people that must not be known together
 */
export function attackDisplay(
  index: WaveIndex,
  families: readonly DisplayedFamily[],
  most: number,
): Finding[] {
  const findings: Finding[] = []
  const kinds: FindingKind[] = []
  const restKinds: FindingKind[] = []
  const { cells } = index.wave
  for (const { nested, measures } of families) {
    let inside: readonly number[][] | null = null
    for (const displayed of measures) {
      const counts = noCounts(displayed.answers?.length ?? 0)
      const { sums } = displayed
      for (let cell = 0; cell < nested.cells.length; cell++) {
        kinds.length = 0
        restKinds.length = 0
        const n = nested.people[cell] ?? 0
        const one = displayed.column[nested.cells[cell] ?? -1]
        const whole = { n, lo: sums.lo[cell] ?? 0, hi: sums.hi[cell] ?? 0 }
        if (whole.lo > whole.hi || !fitsDisplay(displayed, one, cell, n)) kinds.push('inconsistent')
        else {
          attackSet(displayed, cell, 'cell', whole, most, counts, kinds)
          if (one) attackMoments(displayed.range, one, whole, kinds)
          const rest = {
            n: nested.restPeople[cell] ?? 0,
            lo: sums.restLo[cell] ?? 0,
            hi: sums.restHi[cell] ?? 0,
          }
          if (rest.n > 0 && rest.n < n) attackSet(displayed, cell, 'rest', rest, most, counts, restKinds)
        }
        if (kinds.length + restKinds.length === 0) continue
        const number = nested.cells[cell] ?? 0
        const { unit, cut } = cells[number] ?? { unit: '', cut: {} }
        const found = { unit, cut, measure: displayed.measure.id }
        if (restKinds.length > 0) inside ??= directlyInside(nested)
        const among = amongOthers(number, inside?.[cell] ?? [], cells)
        for (const finding of new Set(kinds)) findings.push({ finding, ...found })
        for (const finding of new Set(restKinds)) findings.push({ finding, ...found, ...among })
      }
    }
  }
  return findings
}

/** Per cell the numbers of the shown cells that are subtracted when its rest is told. */
function directlyInside({ cells, outer }: NestedCells): number[][] {
  const inside = Array.from(cells, (): number[] => [])
  outer.forEach((around, cell) => {
    inside[around]?.push(cells[cell] ?? 0)
  })
  return inside
}

type PeopleSet = { readonly n: number; readonly lo: number; readonly hi: number }

function attackSet(
  { range, favourable, favourableFrom: from, answers }: DisplayedMeasure,
  cell: number,
  where: 'cell' | 'rest',
  set: PeopleSet,
  most: number,
  counts: AnswerCounts,
  kinds: FindingKind[],
): void {
  const tight = tightestGroup(range, set.n, set.lo, set.hi, most)
  if (tight) kinds.push(tight)
  if (favourable) {
    const inCell = where === 'cell'
    const few = (inCell ? favourable.lo : favourable.restLo)[cell] ?? 0
    const many = (inCell ? favourable.hi : favourable.restHi)[cell] ?? 0
    const told = { n: set.n, lo: set.lo, hi: set.hi, few, many }
    if (isNarrow(range, (answer) => isAnswerPossible(answer, told, range, from)))
      kinds.push('interval-narrow')
  }
  if (answers) {
    readCounts(answers, cell, where, counts)
    if (isNarrow(range, (answer) => isCountPossible(answer, counts, set, range.min)))
      kinds.push('interval-narrow')
  }
}

function attackMoments(
  range: AnswerRange,
  figures: MeasureFigures,
  set: PeopleSet,
  kinds: FindingKind[],
): void {
  const variance = shownVariance(figures, range)
  if (!variance || set.n < 2) return
  const shown = { n: set.n, lo: set.lo, hi: set.hi, variance }
  if (leavesFewSets(shown, range)) kinds.push('moments')
  if (isNarrow(range, (answer) => isSpreadPossible(answer, shown, range))) kinds.push('interval-narrow')
}

/** Shown counts hold the true one, shares some whole count, and an interval stands around what is shown, not around more. */
function fitsDisplay(
  { favourable, answers, range }: DisplayedMeasure,
  one: MeasureFigures | undefined,
  cell: number,
  n: number,
): boolean {
  if (!one) return true
  if (one.n !== null) {
    if (n < leastWhole(one.n, 1) || n > mostWhole(one.n, 1)) return false
  }
  if (favourable && (favourable.lo[cell] ?? 0) > (favourable.hi[cell] ?? 0)) return false
  if (answers) for (const counts of answers) if ((counts.lo[cell] ?? 0) > (counts.hi[cell] ?? 0)) return false
  return isAroundShownMean(one, range.min / range.parts, range.max / range.parts)
}

/** How far the middle of an interval may lie from the middle of a band because its ends were rounded. */
const rounding = 0.051

/** The middle of an interval would tell the exact mean; where neither is cut off at an end of the scale, it must be the band's. */
function isAroundShownMean(
  { mean, interval, intervalOfInvited }: MeasureFigures,
  min: number,
  max: number,
): boolean {
  if (mean === null || typeof mean === 'number' || mean.lo <= min || mean.hi >= max) return true
  const middle = (mean.lo + mean.hi) / 2
  return isAround(interval, middle, min, max) && isAround(intervalOfInvited, middle, min, max)
}

function isAround(shown: Band | null, middle: number, min: number, max: number): boolean {
  if (shown === null || shown.lo <= min || shown.hi >= max) return true
  return Math.abs((shown.lo + shown.hi) / 2 - middle) <= rounding
}
