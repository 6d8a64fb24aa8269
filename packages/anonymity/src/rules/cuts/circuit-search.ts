import type { KnownSums, Sum } from './known-sums.ts'
import { addProduct, inverse, negative, prime } from './prime-field.ts'

/**
 * The complete search: a sum over fewer than k people, with any coefficients, that is known now and was not known before; null =
 * there is none; 'too-many' when so many small sums were known before that looking would take too long (to the caller
 * that must mean: not safe).
 *
 * Complete for k <= 5. A smallest such sum stands on columns of which no part is dependent in the rows of what is known
 * now (else something could be subtracted to make it smaller), and it contains at most one of the columns that were parallel
 * before, for which the one with fewest people can stand. So columns that were known before go, of parallel ones the
 * lightest stays, and what is left is searched for dependent sets of one to four columns: project out one, then two, and
 * look for a zero, or for two parallel columns. O(columns^3) with small constants: 0.05 s for 200 people.
 *
 * @param people per column
 */
export function findNewSmallSum(
  before: KnownSums,
  now: KnownSums,
  people: Uint32Array,
  k: number,
): Sum | 'too-many' | null {
  const left = k - 1
  const columns = representatives(before, people, k)
  const start = now.rows(4).map((row) => Float64Array.from(columns, (column) => row[column] ?? 0))
  const count = Float64Array.from(columns, (column) => people[column] ?? 0)
  const size = columns.length
  let checks = 0
  let answer: Sum | 'too-many' | null = null

  /** Whether the search is over. The rows searched in are few; the alarm is checked in all of them. */
  function alarm(...places: number[]): boolean {
    checks++
    const sum = dependency(
      now.allRows(),
      places.map((place) => columns[place] ?? 0),
    )
    if (sum && !before.knows(sum)) answer = sum
    else if (checks > mostChecks) answer = 'too-many'
    return answer !== null
  }

  const one = start.map((row) => row.slice())
  const two = start.map((row) => row.slice())
  const ratios = new Ratios(size)
  for (let a = 0; a < size; a++) {
    const withA = left - (count[a] ?? 0)
    if (withA < 0) continue
    const pivot = pivotOf(start, a)
    if (pivot === -1) {
      if (alarm(a)) return answer
      continue
    }
    if (withA < 1) continue
    projectOut(start, one, a, pivot, a + 1, size)
    for (let b = a + 1; b < size; b++) {
      const withB = withA - (count[b] ?? 0)
      if (withB < 0) continue
      const next = pivotOf(one, b)
      if (next === -1) {
        if (alarm(a, b)) return answer
        continue
      }
      if (withB < 1) continue
      projectOut(one, two, b, next, b + 1, size)
      const [x, y] = [0, 1, 2, 3].filter((row) => row !== pivot && row !== next).map((row) => two[row])
      if (x === undefined || y === undefined) continue
      for (let c = b + 1; c < size; c++)
        if ((count[c] ?? 0) <= withB && x[c] === 0 && y[c] === 0 && alarm(a, b, c)) return answer
      // Two more columns only fit when both hold one person each.
      if (withB < 2) continue
      for (const [c, d] of ratios.equal(x, y, b + 1, (place) => count[place] === 1))
        if (alarm(a, b, c, d)) return answer
    }
  }
  return null
}

/** Far more than organisations have; reached only where nearly everything is known. */
const mostChecks = 20_000

/** Columns of fewer than k people that were not known before; of columns that were parallel before the lightest. */
function representatives(before: KnownSums, people: Uint32Array, k: number): number[] {
  const [first, ...others] = before.rows(4)
  const best = new Map<string, number>()
  const kept: number[] = []
  for (const [column, count] of people.entries()) {
    if (count >= k) continue
    const a = first?.[column] ?? 0
    const scale = inverse(a)
    if (before.knows({ columns: [column], coefficients: [1] })) continue
    const ratios = others.map((row) => addProduct(0, row[column] ?? 0, scale)).join(' ')
    const parallel = best.get(ratios)
    if (a === 0) kept.push(column)
    else if (parallel === undefined || count < (people[parallel] ?? 0)) best.set(ratios, column)
  }
  return [...kept, ...best.values()].sort((x, y) => x - y)
}

/** A row in which the column is not zero, -1 = none. */
function pivotOf(rows: readonly Float64Array[], column: number): number {
  return rows.findIndex((row) => row[column] !== 0)
}

/** Writes to `into` the columns from..to of the rows without their part along `column`. */
function projectOut(
  rows: readonly Float64Array[],
  into: readonly Float64Array[],
  column: number,
  pivot: number,
  from: number,
  to: number,
): void {
  const along = rows[pivot] ?? new Float64Array(0)
  const scale = negative(inverse(along[column] ?? 0))
  for (const [i, row] of rows.entries()) {
    const result = into[i]
    if (result === undefined) continue
    const factor = addProduct(0, row[column] ?? 0, scale)
    if (factor === 0) for (let at = from; at < to; at++) result[at] = row[at] ?? 0
    else for (let at = from; at < to; at++) result[at] = addProduct(row[at] ?? 0, factor, along[at] ?? 0)
  }
}

/** Finds equal ratios x / y among columns: all pairs of parallel columns. One inversion serves all columns. */
class Ratios {
  readonly #places: Int32Array
  readonly #products: Float64Array
  readonly #ratio: Float64Array
  readonly #slot: Int32Array
  readonly #next: Int32Array
  readonly #mask: number

  constructor(size: number) {
    this.#places = new Int32Array(size)
    this.#products = new Float64Array(size + 1)
    this.#ratio = new Float64Array(size)
    this.#next = new Int32Array(size)
    this.#mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1
    this.#slot = new Int32Array(this.#mask + 1)
  }

  equal(
    x: Float64Array,
    y: Float64Array,
    from: number,
    fits: (place: number) => boolean,
  ): [number, number][] {
    let found = 0
    this.#products[0] = 1
    for (let place = from; place < x.length; place++) {
      if (!fits(place) || (x[place] === 0 && y[place] === 0)) continue
      this.#places[found] = place
      found++
      const factor = y[place] === 0 ? 1 : (y[place] ?? 1)
      this.#products[found] = addProduct(0, this.#products[found - 1] ?? 0, factor)
    }
    let inverted = inverse(this.#products[found] ?? 1)
    for (let i = found - 1; i >= 0; i--) {
      const place = this.#places[i] ?? 0
      const below = y[place] ?? 0
      if (below === 0) this.#ratio[i] = prime
      else {
        this.#ratio[i] = addProduct(0, x[place] ?? 0, addProduct(0, inverted, this.#products[i] ?? 0))
        inverted = addProduct(0, inverted, below)
      }
    }
    const pairs: [number, number][] = []
    this.#slot.fill(-1)
    for (let i = 0; i < found; i++) {
      const ratio = this.#ratio[i] ?? 0
      const slot = (Math.imul(ratio, 0x9e3779b1) >>> 8) & this.#mask
      for (let other = this.#slot[slot] ?? -1; other !== -1; other = this.#next[other] ?? -1)
        if (this.#ratio[other] === ratio) pairs.push([this.#places[other] ?? 0, this.#places[i] ?? 0])
      this.#next[i] = this.#slot[slot] ?? -1
      this.#slot[slot] = i
    }
    return pairs
  }
}

/** The one linear dependency of columns in the rows, null when there is none. */
function dependency(rows: readonly Float64Array[], columns: readonly number[]): Sum | null {
  // Columns as vectors over the rows, each with the combination of columns that it is made of.
  const basis: { vector: Float64Array; made: number[]; pivot: number }[] = []
  for (const [i, column] of columns.entries()) {
    let vector = Float64Array.from(rows, (row) => row[column] ?? 0)
    let made = columns.map((_, at) => Number(at === i))
    for (const known of basis) {
      const factor = negative(vector[known.pivot] ?? 0)
      vector = vector.map((value, at) => addProduct(value, factor, known.vector[at] ?? 0))
      made = made.map((value, at) => addProduct(value, factor, known.made[at] ?? 0))
    }
    const pivot = vector.findIndex((value) => value !== 0)
    if (pivot === -1) return { columns, coefficients: made }
    const scale = inverse(vector[pivot] ?? 0)
    basis.push({
      vector: vector.map((value) => addProduct(0, value, scale)),
      made: made.map((value) => addProduct(0, value, scale)),
      pivot,
    })
  }
  return null
}
