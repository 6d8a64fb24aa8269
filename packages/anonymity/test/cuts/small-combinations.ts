import type { HeadCounts } from '../../src/head-counts.ts'
import type { Family, ShownCuts } from '../../src/rules/cut-protection.ts'
import type { Tree } from '../../src/tree.ts'

type Published = {
  readonly tree: Tree
  readonly heads: HeadCounts
  readonly shownUnits: Uint8Array
  readonly families: readonly Family[]
  readonly shown: ShownCuts
  /** Live waves: whether a group's answers did not arrive in a family's dimension; nobody's by default. */
  readonly isMissing?: (group: number, family: number) => boolean
}

/**
 * The attacker of the promise about cuts, sharing no code with what draws the masks: for every set of finest groups with 1
 * to k - 1 people together, is there any combination of shown cells, with whatever coefficients, that touches these people
 * and nobody else? There is one exactly when the shown cells, restricted to everybody else, have a lower rank. Fractions are
 * exact (BigInt elimination). For organisations of some 15 groups.
 * @returns the groups of the first such set, or null
 */
export function smallCombination(published: Published, k: number): number[] | null {
  const basis = rowBasis(shownCells(published))
  const everybody = [...published.heads.count.keys()]
  return searchSmallSets(published.heads, k, (chosen) => {
    const rest = everybody.filter((group) => !chosen.includes(group))
    return rowBasis(basis.map((row) => rest.map((group) => row[group] ?? 0n))).length < basis.length
  })
}

/**
 * The same by another way, fast enough for some 40 groups: sums orthogonal to all shown cells, in exact fractions; a set carries
 * a combination when its columns of these are dependent.
 */
export function smallDependency(published: Published, k: number): number[] | null {
  const orthogonal = nullBasis(shownCells(published), published.heads.count.length)
  return searchSmallSets(
    published.heads,
    k,
    (chosen) =>
      rowBasis(chosen.map((group) => orthogonal.map((row) => row[group] ?? 0n))).length < chosen.length,
  )
}

function searchSmallSets(
  { count }: HeadCounts,
  k: number,
  leaks: (chosen: number[]) => boolean,
): number[] | null {
  const small = [...count.keys()].filter((group) => (count[group] ?? 0) > 0 && (count[group] ?? 0) < k)
  function search(chosen: number[], from: number, left: number): number[] | null {
    if (chosen.length > 0 && leaks(chosen)) return chosen
    for (let at = from; at < small.length; at++) {
      const group = small[at] ?? 0
      const people = count[group] ?? 0
      const found = people <= left ? search([...chosen, group], at + 1, left - people) : null
      if (found) return found
    }
    return null
  }
  return search([], 0, k - 1)
}

/** Each shown cell as a row over the groups: 1 where the group is in it. */
function shownCells({ tree, heads, shownUnits, families, shown, isMissing }: Published): bigint[][] {
  const groups = [...heads.count.keys()]
  const isBelow = (unit: number, top: number): boolean =>
    unit === top || (unit !== -1 && isBelow(tree.parent[unit] ?? -1, top))
  const inUnit = (group: number, top: number): boolean =>
    (heads.count[group] ?? 0) > 0 && isBelow(heads.unit[group] ?? -1, top)
  const rows: bigint[][] = []
  shownUnits.forEach((value, unit) => {
    if (value === 1) rows.push(groups.map((group) => (inUnit(group, unit) ? 1n : 0n)))
  })
  families.forEach((family, at) => {
    shown[at]?.forEach((units, number) => {
      units.forEach((value, unit) => {
        if (value !== 1) return
        const wanted: number[] = []
        let left = number
        for (const attribute of [...family.attributes].reverse()) {
          const size = heads.attributes[attribute]?.categories.length ?? 1
          wanted.unshift(left % size)
          left = Math.floor(left / size)
        }
        rows.push(
          groups.map((group) =>
            inUnit(group, unit) &&
            !isMissing?.(group, at) &&
            family.attributes.every(
              (attribute, i) => heads.category[group * heads.attributes.length + attribute] === wanted[i],
            )
              ? 1n
              : 0n,
          ),
        )
      })
    })
  })
  return rows
}

/** Integer vectors orthogonal to all rows, one for every column that the rows leave free. */
function nullBasis(rows: readonly (readonly bigint[])[], columns: number): bigint[][] {
  const basis = rowBasis(rows)
  const reduced: { row: bigint[]; pivot: number }[] = []
  for (const row of basis.reverse()) {
    let clean = row
    const pivot = row.findIndex((value) => value !== 0n)
    for (const other of reduced) clean = eliminate(clean, other)
    reduced.push({ row: clean, pivot })
  }
  const pivots = new Set(reduced.map(({ pivot }) => pivot))
  return Array.from({ length: columns }, (_, free) => free)
    .filter((free) => !pivots.has(free))
    .map((free) => {
      const scale = reduced.reduce((all, { row, pivot }) => all * (row[pivot] ?? 1n), 1n)
      const vector = Array.from({ length: columns }, () => 0n)
      vector[free] = scale
      for (const { row, pivot } of reduced) vector[pivot] = (-(row[free] ?? 0n) * scale) / (row[pivot] ?? 1n)
      return vector
    })
}

function eliminate(row: bigint[], known: { row: bigint[]; pivot: number }): bigint[] {
  const factor = row[known.pivot] ?? 0n
  const scale = known.row[known.pivot] ?? 1n
  const result = row.map((value, i) => value * scale - (known.row[i] ?? 0n) * factor)
  const common = result.reduce((a, b) => greatestCommonDivisor(a, b), 0n)
  return common === 0n ? result : result.map((value) => value / common)
}

/** Rows of an echelon form, each divided by what its entries have in common. */
function rowBasis(rows: readonly (readonly bigint[])[]): bigint[][] {
  const basis: { row: bigint[]; pivot: number }[] = []
  for (const given of rows) {
    let row = [...given]
    for (const known of basis) if (row[known.pivot] !== 0n) row = eliminate(row, known)
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot !== -1) basis.push({ row, pivot })
  }
  return basis.map(({ row }) => row)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
