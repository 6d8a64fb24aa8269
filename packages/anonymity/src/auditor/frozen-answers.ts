import type { AnswerRange } from './personal-width.ts'
import { type TightKind, tightestGroup } from './personal-width.ts'
import type { ComparedSums } from './wave-pair.ts'

/** How many have left a set between two waves; the head counts then say how many have joined. */
type Turnover = { readonly joined: number; readonly left: number }

/** Turnovers that head counts allow and that concern fewer than k people each way, nobody at all left out. */
export function turnoversOf(then: number, now: number, k: number): Turnover[] {
  return Array.from({ length: k }, (_, left) => ({ left, joined: left + now - then })).filter(
    ({ joined, left }) => joined >= 0 && joined < k && joined + left > 0 && left <= then && joined <= now,
  )
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
