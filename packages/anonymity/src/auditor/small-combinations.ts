import { type Budget, type Column, ColumnBasis, scaled } from './column-basis.ts'
import { findDependentSet } from './dependent-sets.ts'
import { minus } from './modular.ts'

/**
 * People whom all shown cells hold in the same way: `cells` are the innermost ones, one per family at most. `less`: a pair of people of
 * whom the second is in these cells instead; it is touched when the two have different values.
 */
export type Kind = {
  readonly cells: readonly number[]
  readonly people: number
  readonly less?: readonly number[]
}

export type CombinationSearch =
  | { readonly verdict: 'safe' | 'unproven' }
  /** Numbers of kinds that a combination touches, fewer than the threshold's people together. */
  | { readonly verdict: 'found'; readonly kinds: readonly number[] }

/** Entries of columns touched before the search gives up: what bounds its time. */
const workOfARelease = 600_000_000

/**
 * Is there a linear combination of shown cells that touches 1 to threshold - 1 people?
 *
 * Subtracting inner from outer cells of a family turns its shown cells into their rests and back, so combinations of
 * cells are combinations of rests. A combination gives each rest c a weight w(c) and touches a person with r = sum of
 * w over the person's rests: r = w . column, the column being 1 at these rests. Call it small if it touches 1 to
 * threshold - 1 people. What is settled holds for every small combination at once:
 *
 * 1. A kind of at least threshold people has r = 0, else all of them were touched.
 * 2. If r = 0 for some columns, then for all columns in their span. So we may reduce modulo that span; what is left
 *    decides. Columns that become multiples of each other are touched together: one kind from then on.
 * 3. Let B1, B2, ... be sets of people, no person in two of them, whose columns span e's column, and e in none of them. If e is
 *    touched, then somebody in each B is too (e's column is a combination of theirs). So with e's own people at
 *    least people(e) + number of B are touched; if that reaches the threshold, r(e) = 0. The B are built greedily.
 * 4. When nothing more is settled and no column is left, every r is 0: there is no small combination. Otherwise the columns
 *    left are searched for sets of up to four kinds (`findDependentSet`); this is complete for thresholds up to 5.
 *
 * Residues modulo a prime stand for rational numbers. What is found could in theory be a coincidence (probability about
 * 2^-26 each), which refuses a safe release; a set is missed only if the prime divides a minor of this 0-1 matrix.
 *
 * @param known columns that are known to be 0 in every small combination
 */
export function findSmallCombination(
  kinds: readonly Kind[],
  threshold: number,
  { work = workOfARelease, known = [] }: { work?: number; known?: readonly Column[] } = {},
): CombinationSearch {
  const budget: Budget = { left: work }
  const settled = new ColumnBasis(budget)
  for (const column of known) settled.add(settled.reduce(column))
  let open = kinds.map((kind, number): OpenKind => {
    return { column: columnOf(kind), people: kind.people, kinds: [number] }
  })
  while (open.length > 0) {
    open = mergeMultiples(open, settled)
    const done = settle(open, threshold, budget)
    if (budget.left < 0) return { verdict: 'unproven' }
    if (done.size === 0) break
    for (const one of done) settled.add(settled.reduce(one.column))
    open = open.filter((one) => !done.has(one))
  }
  if (open.length === 0) return { verdict: 'safe' }
  const found = findDependentSet(open, threshold)
  if (found.verdict !== 'found') return { verdict: found.verdict }
  return { verdict: 'found', kinds: found.members.flatMap((i) => open[i]?.kinds ?? []) }
}

export function columnOf({ cells, less = [] }: Kind): Column {
  const at = [
    ...cells.filter((cell) => !less.includes(cell)),
    ...less.filter((cell) => !cells.includes(cell)),
  ].sort((a, b) => a - b)
  return { at, values: at.map((cell) => (cells.includes(cell) ? 1 : minus(0, 1))) }
}

type OpenKind = { readonly column: Column; readonly people: number; readonly kinds: readonly number[] }

/** Reduces every column modulo what is settled; what is left of it and of its multiples is one kind. */
function mergeMultiples(open: readonly OpenKind[], settled: ColumnBasis): OpenKind[] {
  const merged = new Map<string, OpenKind>()
  for (const { column, people, kinds } of open) {
    const rest = scaled(settled.reduce(column))
    if (rest.at.length === 0) continue
    const key = `${rest.at.join()}:${rest.values.join()}`
    const same = merged.get(key)
    merged.set(key, {
      column: rest,
      people: people + (same?.people ?? 0),
      kinds: same ? [...same.kinds, ...kinds] : kinds,
    })
  }
  return [...merged.values()]
}

/** Kinds that no small combination touches, by steps 1 and 3. */
function settle(open: readonly OpenKind[], threshold: number, budget: Budget): Set<OpenKind> {
  const large = open.filter(({ people }) => people >= threshold)
  if (large.length > 0) return new Set(large)
  const kinds = [...open].sort((a, b) => b.people - a.people || a.column.at.length - b.column.at.length)
  const bases = Array.from({ length: 2 * (threshold - 1) }, () => new ColumnBasis(budget))
  const homes = new Map<OpenKind, Set<ColumnBasis>>()
  const done = new Set<OpenKind>()
  const isTouchedOnlyByLarge = (one: OpenKind, spanning: number) => one.people + spanning >= threshold

  for (const one of kinds) {
    const home = new Set<ColumnBasis>()
    homes.set(one, home)
    let spanning = 0
    for (const basis of bases) {
      if (budget.left < 0) return done
      const rest = basis.reduce(one.column)
      if (rest.at.length === 0) spanning++
      else if (home.size < one.people && basis.add(rest)) home.add(basis)
      if (isTouchedOnlyByLarge(one, spanning)) break
    }
    if (isTouchedOnlyByLarge(one, spanning)) done.add(one)
  }
  if (done.size > 0) return done
  for (const one of kinds) {
    const others = bases.filter((basis) => !homes.get(one)?.has(basis))
    const spanning = others.filter((basis) => basis.reduce(one.column).at.length === 0).length
    if (isTouchedOnlyByLarge(one, spanning)) done.add(one)
    if (budget.left < 0) return done
  }
  return done
}
