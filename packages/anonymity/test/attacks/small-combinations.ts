import type { HeadCounts } from '../../src/head-counts.ts'
import type { Family, ShownCuts } from '../../src/rules/cut-protection.ts'
import type { Tree } from '../../src/tree.ts'

/**
 * The attacker of the promise about cuts, sharing no code with what draws the masks: for every set of finest groups with 1
 * to k - 1 people together, is there any combination of shown cells, with whatever coefficients, that touches these people
 * and nobody else? There is one exactly when the shown cells, restricted to everybody else, have a lower rank. Fractions are
 * exact (BigInt elimination). Only for small organisations: sets grow with the (k - 1)-th power of the groups.
 * @returns the groups of the first such set, or null
 */
export function smallCombination(
  tree: Tree,
  heads: HeadCounts,
  shownUnits: Uint8Array,
  families: readonly Family[],
  shown: ShownCuts,
  k: number,
): number[] | null {
  const cells = shownCells(tree, heads, shownUnits, families, shown)
  const basis = rowBasis(cells)
  const people = [...heads.count]
  const all = people.flatMap((count, group) => (count > 0 ? [group] : []))
  const small = all.filter((group) => (people[group] ?? 0) < k)

  function search(chosen: number[], from: number, left: number): number[] | null {
    if (chosen.length > 0) {
      const rest = all.filter((group) => !chosen.includes(group))
      if (rank(basis.map((row) => rest.map((group) => row[group] ?? 0n))) < basis.length) return chosen
    }
    for (let at = from; at < small.length; at++) {
      const group = small[at] ?? 0
      const count = people[group] ?? 0
      if (count > left) continue
      const found = search([...chosen, group], at + 1, left - count)
      if (found) return found
    }
    return null
  }
  return search([], 0, k - 1)
}

/** Each shown cell as a row over the groups: 1 where the group is in it. */
function shownCells(
  tree: Tree,
  heads: HeadCounts,
  shownUnits: Uint8Array,
  families: readonly Family[],
  shown: ShownCuts,
): bigint[][] {
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

function rank(rows: readonly (readonly bigint[])[]): number {
  return rowBasis(rows).length
}

/** Rows of an echelon form, each divided by what its entries have in common. */
function rowBasis(rows: readonly (readonly bigint[])[]): bigint[][] {
  const basis: { row: bigint[]; pivot: number }[] = []
  for (const given of rows) {
    let row = [...given]
    for (const known of basis) {
      const factor = row[known.pivot] ?? 0n
      if (factor === 0n) continue
      const scale = known.row[known.pivot] ?? 1n
      row = row.map((value, i) => value * scale - (known.row[i] ?? 0n) * factor)
    }
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot === -1) continue
    const common = row.reduce((a, b) => greatestCommonDivisor(a, b), 0n)
    basis.push({ row: row.map((value) => value / common), pivot })
  }
  return basis.map(({ row }) => row)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
