import type { AnswerRange } from './personal-width.ts'
import { type TightKind, tightestGroup } from './personal-width.ts'
import type { ComparedSums } from './wave-pair.ts'

/** How many have left a set between two waves; the head counts then say how many have joined. */
type Turnover = { readonly joined: number; readonly left: number }

/**
 * The turnover that the head counts themselves tell: so many more, or fewer. Where others came and went besides, nobody here knows it
 * (rosters are deleted); to defend every turnover that could have been would blur most figures of teams whose climate really moves.
 */
export function turnoversOf(then: number, now: number, k: number): Turnover[] {
  const [joined, left] = [Math.max(0, now - then), Math.max(0, then - now)]
  return joined + left > 0 && joined < k && left < k ? [{ joined, left }] : []
}

/**
 * Suppose that everybody who stays gives the same answers again. Then the sum changes by what the joined give less what the left
 * gave. Turning the answers of the left round (a becomes min + max - a) makes that the sum of joined + left people, shifted.
 */
function changedPeople(
  { thenLo, thenHi, nowLo, nowHi }: ComparedSums,
  range: AnswerRange,
  { joined, left }: Turnover,
) {
  const shift = left * (range.min + range.max)
  const n = joined + left
  return {
    n,
    lo: Math.max(n * range.min, nowLo - thenHi + shift),
    hi: Math.min(n * range.max, nowHi - thenLo + shift),
  }
}

/** Numbers that no such turnover can explain show that answers were not frozen: then it need not be defended. */
export function isRefuted(sums: ComparedSums, range: AnswerRange, turnover: Turnover): boolean {
  const { lo, hi } = changedPeople(sums, range, turnover)
  return lo > hi
}

/** What is known of those who joined, or of those who left. */
export function tightestTurnover(
  sums: ComparedSums,
  range: AnswerRange,
  turnover: Turnover,
): TightKind | null {
  const { n, lo, hi } = changedPeople(sums, range, turnover)
  return tightestGroup(range, n, lo, hi, Math.max(turnover.joined, turnover.left))
}

/**
 * People who left one set and joined another give both differences the same sum.
 * @returns what is known of them; 'refuted' when no answers explain both
 */
export function tightestMove(
  from: ComparedSums,
  to: ComparedSums,
  range: AnswerRange,
  movers: number,
): TightKind | 'refuted' | null {
  const lo = Math.max(movers * range.min, from.thenLo - from.nowHi, to.nowLo - to.thenHi)
  const hi = Math.min(movers * range.max, from.thenHi - from.nowLo, to.nowHi - to.thenLo)
  return lo > hi ? 'refuted' : tightestGroup(range, movers, lo, hi, movers)
}
