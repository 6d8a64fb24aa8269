import type { DisplayedMeasure } from './displayed-block.ts'
import { type KnownAnswers, narrow, type Range } from './known-answers.ts'
import type { Turnover } from './wave-system.ts'

/** All who came to a place, and all who left it. */
export type ChangedPeople = { readonly came: KnownAnswers; readonly left: KnownAnswers }

/**
 * What a place gained is what came to it less what left it. Draws that, in place, into what is known of everybody on a way to or from it.
 * @param known per set
 * @returns null when the numbers contradict each other
 */
export function narrowChanged(
  { before, now, came, left }: Turnover,
  known: readonly KnownAnswers[],
  told: Pick<DisplayedMeasure, 'range' | 'favourableFrom'>,
): ChangedPeople | null {
  const [earlier, after] = [known[before], known[now]]
  const [coming, leaving] = [came, left].map((sets) => sets.flatMap((set) => known[set] ?? []))
  if (!earlier || !after || !coming || !leaving) return null
  const changed = { came: together(coming, after), left: together(leaving, after) }
  const gains = numbersOf(after).map((range, number) => {
    const was = numbersOf(earlier)[number]
    return was ? { lo: range.lo - was.hi, hi: range.hi - was.lo } : null
  })
  const [cameNumbers, leftNumbers] = [numbersOf(changed.came), numbersOf(changed.left)]
  gains.forEach((gain, number) => {
    const [a, b] = [cameNumbers[number], leftNumbers[number]]
    if (!gain || !a || !b) return
    within(a, b.lo + gain.lo, b.hi + gain.hi)
    within(b, a.lo - gain.hi, a.hi - gain.lo)
  })
  if (!narrow(changed.came, told) || !narrow(changed.left, told)) return null
  share(changed.came, coming)
  share(changed.left, leaving)
  return changed
}

/** The sum, then how many are favourable where that is told, then how many gave each answer. */
function numbersOf({ sum, favourable, answers }: KnownAnswers): Range[] {
  return [sum, ...(favourable ? [favourable] : []), ...answers]
}

/** Several sets as one; `like` says which numbers are told. */
function together(sets: readonly KnownAnswers[], like: KnownAnswers): KnownAnswers {
  const add = (numberOf: (one: KnownAnswers) => Range | null | undefined): Range =>
    sets.reduce(
      (total, one) => {
        const range = numberOf(one)
        return { lo: total.lo + (range?.lo ?? 0), hi: total.hi + (range?.hi ?? 0) }
      },
      { lo: 0, hi: 0 },
    )
  return {
    n: sets.reduce((people, { n }) => people + n, 0),
    sum: add(({ sum }) => sum),
    favourable: like.favourable && add(({ favourable }) => favourable),
    answers: like.answers.map((_, at) => add(({ answers }) => answers[at])),
  }
}

/** What the others cannot be remains for each. */
function share(whole: KnownAnswers, parts: readonly KnownAnswers[]): void {
  numbersOf(whole).forEach((total, number) => {
    const ranges = parts.flatMap((part) => numbersOf(part)[number] ?? [])
    const lo = ranges.reduce((sum, range) => sum + range.lo, 0)
    const hi = ranges.reduce((sum, range) => sum + range.hi, 0)
    for (const range of ranges) within(range, total.lo - (hi - range.hi), total.hi - (lo - range.lo))
  })
}

function within(range: Range, lo: number, hi: number): void {
  range.lo = Math.max(range.lo, lo)
  range.hi = Math.min(range.hi, hi)
}
