import { narrowChanged } from './changed-people.ts'
import type { DisplayedMeasure } from './displayed-block.ts'
import { tightestPeople } from './few-people.ts'
import { type KnownAnswers, narrow, type Range } from './known-answers.ts'
import type { TightPeople } from './remembered.ts'
import type { SetBounds, WaveSystem } from './wave-system.ts'

/** So often are conclusions about one number drawn into the others; more rounds narrow little. */
const rounds = 4

/** What is known of some people, who are those of some sets. */
type Solved = { readonly known: KnownAnswers; readonly sets: readonly number[] }

/**
 * Who is known too well from two waves together, and which cells of this one tell it; nobody where the numbers contradict each other. Where
 * no cell of this wave limits them and no place with turnover holds them, the earlier wave told it alone, and nothing is found.
 * @param told per number what is known of each set before the flow is looked at
 * @param most the largest number of people that must not be known together
 */
export function tightPeople(
  system: WaveSystem,
  measure: DisplayedMeasure,
  told: readonly (SetBounds | null)[],
  most: number,
): TightPeople[] {
  return (solve(system, measure, told) ?? []).flatMap(({ known, sets }) => {
    const finding = tightestPeople(known, measure, most)
    if (!finding) return []
    const limits = sets.flatMap((set) => cellsThatTell(system, set, told))
    const telling = limits.length > 0 ? limits : aroundWhomItChanged(system, sets)
    return telling.length > 0 ? [{ finding, telling }] : []
  })
}

/** Everything that two waves tell of those on each way between them; null when it contradicts itself. */
function solve(
  system: WaveSystem,
  measure: DisplayedMeasure,
  told: readonly (SetBounds | null)[],
): Solved[] | null {
  const bounds = told.map((one) => one && { lo: one.lo.slice(), hi: one.hi.slice() })
  const known = system.sets.map(({ people }, set): KnownAnswers => {
    const at = (one: SetBounds | null | undefined) => ({ lo: one?.lo[set] ?? 0, hi: one?.hi[set] ?? people })
    const [sums, favourable, ...answers] = bounds
    return {
      n: people,
      sum: at(sums),
      favourable: favourable ? at(favourable) : null,
      answers: answers.map(at),
    }
  })
  // What cells tell of each other has been drawn in the flow, unless several numbers are told.
  const from = bounds.filter((one) => one !== null).length === 1 ? system.firstWay : 0
  const changed: Solved[] = []
  for (let round = 0, isNew = true; isNew && round < rounds; round++) {
    for (const [number, one] of bounds.entries()) {
      const ranges = one && system.rangesIn(one, from)
      if (one && !ranges) return null
      ranges?.forEach(({ lo, hi }, i) => {
        const range = numberIn(known[from + i], number)
        if (!range) return
        range.lo = Math.max(range.lo, lo)
        range.hi = Math.min(range.hi, hi)
      })
    }
    if (!known.every((one) => narrow(one, measure))) return null
    changed.length = 0
    for (const turnover of system.turnovers) {
      const people = narrowChanged(turnover, known, measure)
      if (!people) return null
      if (turnover.came.length > 1) changed.push({ known: people.came, sets: turnover.came })
      if (turnover.left.length > 1) changed.push({ known: people.left, sets: turnover.left })
    }
    isNew = false
    for (const [set, one] of known.entries())
      for (const [number, bound] of bounds.entries()) {
        const range = numberIn(one, number)
        if (!bound || !range || (range.lo === bound.lo[set] && range.hi === bound.hi[set])) continue
        bound.lo[set] = range.lo
        bound.hi[set] = range.hi
        isNew = true
      }
  }
  const ways = known.slice(system.firstWay).map((one, i) => ({ known: one, sets: [system.firstWay + i] }))
  return [...ways, ...changed]
}

/** The cells of this wave, by their numbers in the family, that limit what these people can have answered. */
function cellsThatTell(system: WaveSystem, set: number, told: readonly (SetBounds | null)[]): number[] {
  return told.flatMap((one) => (one ? [...system.cellsThatLimit(set, one)] : []))
}

/** The cells of this wave whose turnover the people are part of. */
function aroundWhomItChanged({ turnovers, sets }: WaveSystem, people: readonly number[]): number[] {
  return turnovers
    .filter(({ came, left }) => people.some((set) => came.includes(set) || left.includes(set)))
    .map(({ now }) => sets[now]?.now ?? -1)
}

function numberIn(known: KnownAnswers | undefined, number: number): Range | null | undefined {
  if (number === 0) return known?.sum
  return number === 1 ? known?.favourable : known?.answers[number - 2]
}
