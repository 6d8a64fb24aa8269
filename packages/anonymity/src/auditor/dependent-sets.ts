import type { Column } from './column-basis.ts'
import { inverse, minus, prime, residues, times } from './modular.ts'

type Weighted = { readonly column: Column; readonly people: number }

type DependentSearch =
  | { readonly verdict: 'safe' | 'unproven' }
  | { readonly verdict: 'found'; readonly members: readonly number[] }

/** Above these the elimination and the search over sets of four would take minutes. */
const largest = { entries: 20_000_000, columns: 500 }

/** Random combinations of null space vectors that we look at: five for the search, three against coincidences. */
const dimensions = 8

/**
 * Looks for a combination w . column that is not 0 on a set S of columns only, S of fewer people than the threshold.
 *
 * The values r = w . column over all columns are the row space of the matrix, that is, all r with r . x = 0 for every x
 * in its null space. If N has a basis of the null space as its columns and N(i) is the row of column i, such an r with
 * support in S is a linear dependence of the rows N(i), i in S: sum r(i) N(i) = 0. So small combinations are small
 * dependent sets of rows, and rows times any matrix keep their dependences; we take a random matrix with eight
 * columns, that is, eight random null space vectors. Sets of up to four rows are searched completely:
 * one row that is 0, two that are parallel, three or four by projecting one or two rows out and looking for parallels in
 * a table. At threshold 5 there are no larger sets to look for, since every kind holds somebody.
 */
export function findDependentSet(columns: readonly Weighted[], threshold: number): DependentSearch {
  const rows = new Set(columns.flatMap(({ column }) => column.at))
  if (rows.size * columns.length > largest.entries || columns.length > largest.columns)
    return { verdict: 'unproven' }
  const order = [...columns.keys()].sort((a, b) => (columns[a]?.people ?? 0) - (columns[b]?.people ?? 0))
  const sorted = order.map((i) => columns[i]).filter((column) => column !== undefined)
  for (let seed = 1; seed <= 3; seed++) {
    const images = nullSpaceImages(sorted, [...rows], seed)
    const found = searchSets(
      images,
      sorted.map(({ people }) => people),
      threshold,
    )
    if (found === 'unlucky') continue
    if (found) return { verdict: 'found', members: found.map((i) => order[i] ?? 0) }
    return { verdict: threshold <= 5 ? 'safe' : 'unproven' }
  }
  return { verdict: 'unproven' }
}

/** Per column its entries in `dimensions` random null space vectors: Gauss-Jordan, then random values where free. */
function nullSpaceImages(
  columns: readonly Weighted[],
  places: readonly number[],
  seed: number,
): Float64Array[] {
  const width = columns.length
  const rowOf = new Map(places.map((place, row) => [place, row]))
  const matrix = places.map(() => new Float64Array(width))
  columns.forEach(({ column }, j) => {
    column.at.forEach((place, i) => {
      const row = matrix[rowOf.get(place) ?? -1]
      if (row) row[j] = column.values[i] ?? 0
    })
  })
  const pivots = new Map<number, Float64Array>()
  let left = matrix
  for (let j = 0; j < width && left.length > 0; j++) {
    const pivot = left.find((row) => row[j] !== 0)
    if (!pivot) continue
    const factor = inverse(pivot[j] ?? 1)
    for (let i = j; i < width; i++) pivot[i] = times(pivot[i] ?? 0, factor)
    left = left.filter((row) => row !== pivot)
    for (const row of [...left, ...pivots.values()]) clear(row, j, pivot)
    pivots.set(j, pivot)
  }
  const random = residues(seed)
  const images = columns.map(() => new Float64Array(dimensions))
  for (let d = 0; d < dimensions; d++) {
    const free = Float64Array.from(columns, (_, j) => (pivots.has(j) ? 0 : random()))
    free.forEach((value, j) => {
      if (images[j]) images[j][d] = value
    })
    for (const [j, row] of pivots) {
      let sum = 0
      for (let i = j + 1; i < width; i++) if (row[i] !== 0) sum += times(row[i] ?? 0, free[i] ?? 0)
      if (images[j]) images[j][d] = minus(0, sum % prime)
    }
  }
  return images
}

function clear(row: Float64Array, j: number, pivot: Float64Array): void {
  const factor = row[j] ?? 0
  if (factor === 0) return
  for (let i = j; i < row.length; i++) {
    const value = pivot[i] ?? 0
    if (value !== 0) row[i] = minus(row[i] ?? 0, times(factor, value))
  }
}

/**
 * @param images rows in order of their people, so that a table's first entry is its lightest
 * @returns places of a dependent set, null when there is none, 'unlucky' when a random entry was 0 by chance
 */
function searchSets(
  images: readonly Float64Array[],
  people: readonly number[],
  threshold: number,
): readonly number[] | null | 'unlucky' {
  const count = images.length
  const weight = (...set: number[]) => set.reduce((sum, i) => sum + (people[i] ?? 0), 0)
  const zero = images.findIndex((row) => row.every((value) => value === 0))
  if (zero !== -1 && weight(zero) < threshold) return [zero]

  for (let i = -1; i < count; i++) {
    // Row i projected out: from here on a set of two or three others that is dependent is one of three or four with i.
    const base = i === -1 ? 0 : weight(i)
    if (3 * base >= threshold) break
    const rows = projectedOut(images, i)
    if (rows === 'unlucky') return 'unlucky'
    const pair = firstParallel(rows, i, (a, b) => base + weight(a, b) < threshold)
    if (pair) return i === -1 ? pair : [i, ...pair]
    if (i === -1) continue
    for (let j = i + 1; j < count; j++) {
      if (weight(i, j) + 2 * (people[j] ?? 0) >= threshold) break
      if (!rows[j]) continue
      const triple = firstCoplanar(rows, j, (a, b) => weight(i, j, a, b) < threshold)
      if (triple) return [i, ...triple]
    }
  }
  return null
}

/** Every row less its part along row i, scaled to begin with 1; null where nothing is left. */
function projectedOut(images: readonly Float64Array[], i: number): (Float64Array | null)[] | 'unlucky' {
  const along = images[i]
  const factor = along ? inverse(along[0] ?? 0) : 0
  if (along && along[0] === 0) return 'unlucky'
  const rows: (Float64Array | null)[] = []
  for (const image of images) {
    const row = image.slice(along ? 1 : 0)
    if (along) {
      const part = times(image[0] ?? 0, factor)
      for (let d = 0; d < row.length; d++) row[d] = minus(row[d] ?? 0, times(part, along[d + 1] ?? 0))
    }
    if (row.every((value) => value === 0)) rows.push(null)
    else if (row[0] === 0) return 'unlucky'
    else {
      const scale = inverse(row[0] ?? 1)
      rows.push(row.map((value) => times(value, scale)))
    }
  }
  return rows
}

/** Two parallel rows after place i that together are light enough. */
function firstParallel(
  rows: readonly (Float64Array | null)[],
  i: number,
  isLight: (a: number, b: number) => boolean,
): [number, number] | null {
  const seen = new Map<number, number>()
  for (let t = i + 1; t < rows.length; t++) {
    const row = rows[t]
    if (!row) continue
    const key = (row[1] ?? 0) * prime + (row[2] ?? 0)
    const other = seen.get(key)
    if (other === undefined) seen.set(key, t)
    else if (isLight(other, t)) return [other, t]
  }
  return null
}

/**
 * Rows a and b after j such that j, a, b are dependent. All begin with 1, so row - row j begins with 0 and it remains to find
 * parallels among the differences; ratios of their entries need one inverse each, taken for all at once (Montgomery).
 */
function firstCoplanar(
  rows: readonly (Float64Array | null)[],
  j: number,
  isLight: (a: number, b: number) => boolean,
): [number, number, number] | null {
  const from = rows[j]
  if (!from) return null
  const difference = (t: number, d: number) => minus(rows[t]?.[d] ?? 0, from[d] ?? 0)
  const members: number[] = []
  const products: number[] = [1]
  const ratios = new Map<number, number>()
  // The difference may begin with 0 by chance: such rows are compared from the next entry on, among themselves.
  const ratiosOfLate = new Map<number, number>()
  for (let t = j + 1; t < rows.length; t++) {
    if (!rows[t]) continue
    if (difference(t, 1) !== 0) {
      members.push(t)
      products.push(times(products.at(-1) ?? 1, difference(t, 1)))
    } else if (difference(t, 2) !== 0) {
      const own = inverse(difference(t, 2))
      const key = times(difference(t, 3), own) * prime + times(difference(t, 4), own)
      const other = ratiosOfLate.get(key)
      if (other !== undefined && isLight(other, t)) return [j, other, t]
      if (other === undefined) ratiosOfLate.set(key, t)
    }
  }
  let inverseOfRest = inverse(products.at(-1) ?? 1)
  for (let m = members.length - 1; m >= 0; m--) {
    // From the heaviest to the lightest, so the table holds the lightest seen and each row meets its best partner.
    const t = members[m] ?? 0
    const own = times(inverseOfRest, products[m] ?? 1)
    inverseOfRest = times(inverseOfRest, difference(t, 1))
    const key = times(difference(t, 2), own) * prime + times(difference(t, 3), own)
    const other = ratios.get(key)
    if (other !== undefined && isLight(other, t)) return [j, other, t]
    ratios.set(key, t)
  }
  return null
}
