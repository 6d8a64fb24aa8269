import type { AuditedGroup, AuditedWave, Stayed } from './audit-input.ts'
import { mostMoves, type PossibleMove } from './most-moves.ts'

/** People on the same way from one wave to the next, by the numbers of their groups; -1 where they did not answer. */
export type Passage = { readonly before: number; readonly now: number; readonly people: number }

type Side = { readonly wave: AuditedWave; readonly counts: Int32Array }

/**
 * Who is behind two waves, as the enemy would know most: as many as can have stayed did, first those in the same group. Who can have is
 * known, or it is what head counts tell: everybody of the same group, and where within a unit one group lost as many as exactly one other
 * won, they moved.
 */
export function passagesOf(before: Side, now: Side, stayed: readonly Stayed[] | null): Passage[] {
  const gone = before.counts.slice()
  const come = now.counts.slice()
  const passages: Passage[] = []
  const pass = (from: number, to: number, most: number) => {
    const people = Math.min(most, gone[from] ?? 0, come[to] ?? 0)
    if (people <= 0) return
    gone[from] = (gone[from] ?? 0) - people
    come[to] = (come[to] ?? 0) - people
    passages.push({ before: from, now: to, people })
  }
  const [earlier, after] = [numbersOf(before.wave), numbersOf(now.wave)]
  if (stayed) {
    const moves: PossibleMove[] = []
    for (const { before: was, now: is, people } of inOrder(stayed)) {
      const [from, to] = [earlier.get(was) ?? -1, after.get(is) ?? -1]
      if (was === is) pass(from, to, people)
      else if (from !== -1 && to !== -1) moves.push({ from, to, most: people })
    }
    const people = mostMoves(moves, gone, come)
    moves.forEach(({ from, to }, i) => {
      pass(from, to, people[i] ?? 0)
    })
  } else {
    for (const [key, to] of after) pass(earlier.get(key) ?? -1, to, Number.POSITIVE_INFINITY)
    for (const [from, to] of moves(before.wave, now.wave, gone, come)) pass(from, to, gone[from] ?? 0)
  }
  for (const [from, people] of gone.entries())
    if (people > 0) passages.push({ before: from, now: -1, people })
  for (const [to, people] of come.entries()) if (people > 0) passages.push({ before: -1, now: to, people })
  return passages
}

type StayedByKey = { readonly before: string; readonly now: string; readonly people: number }

/** In the order of their groups' names: which of several possible moves is taken must not hang on the order in which they were counted. */
function inOrder(stayed: readonly Stayed[]): StayedByKey[] {
  return stayed
    .map(({ before, now, people }) => ({ before: keyOf(before), now: keyOf(now), people }))
    .sort((a, b) => compare(a.before, b.before) || compare(a.now, b.now))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** From the smallest units up: one group that lost and one that won the same number are taken for a move. */
function moves(
  before: AuditedWave,
  now: AuditedWave,
  gone: Int32Array,
  come: Int32Array,
): [from: number, to: number][] {
  const parent = new Map([...before.units, ...now.units].map((unit) => [unit.id, unit.parent]))
  const open = new Map<string, { lost: number[]; won: number[] }>()
  const at = (unit: string) => {
    const entry = open.get(unit) ?? { lost: [], won: [] }
    open.set(unit, entry)
    return entry
  }
  for (const [group, { unit }] of before.groups.entries())
    if ((gone[group] ?? 0) > 0) at(unit).lost.push(group)
  for (const [group, { unit }] of now.groups.entries()) if ((come[group] ?? 0) > 0) at(unit).won.push(group)
  const found: [number, number][] = []
  for (const unit of innerFirst(parent)) {
    const here = open.get(unit)
    if (!here) continue
    const [from, to] = [here.lost[0], here.won[0]]
    const alone = here.lost.length === 1 && here.won.length === 1
    if (alone && from !== undefined && to !== undefined && gone[from] === come[to]) {
      found.push([from, to])
      continue
    }
    const above = parent.get(unit)
    if (!above) continue
    // Of two or more nobody can say which moved, so two stand for all.
    at(above).lost.push(...here.lost.slice(0, 2))
    at(above).won.push(...here.won.slice(0, 2))
  }
  return found
}

function innerFirst(parent: ReadonlyMap<string, string | null>): string[] {
  const inside = new Map<string, string[]>()
  const outerFirst: string[] = []
  for (const [unit, above] of parent) {
    if (above === null) outerFirst.push(unit)
    else {
      const units = inside.get(above) ?? []
      units.push(unit)
      inside.set(above, units)
    }
  }
  for (let at = 0; at < outerFirst.length; at++)
    for (const unit of inside.get(outerFirst[at] ?? '') ?? []) outerFirst.push(unit)
  return outerFirst.reverse()
}

function numbersOf({ groups }: AuditedWave): Map<string, number> {
  return new Map(groups.map((group, number) => [keyOf(group), number]))
}

function keyOf({ unit, cut }: Pick<AuditedGroup, 'unit' | 'cut'>): string {
  return JSON.stringify([unit, ...Object.entries(cut).sort(([a], [b]) => (a < b ? -1 : 1))])
}
