import { addProduct, inverse, negative, prime } from './prime-field.ts'

/** A sum over columns (groups of people) with coefficients modulo the prime. */
export type Sum = { readonly columns: readonly number[]; readonly coefficients: readonly number[] }

/**
 * What follows from the shown cells by adding and subtracting, over the columns of one island. Kept from the other side: as
 * random rows that are orthogonal to everything known. A sum is known exactly when all rows are orthogonal to it, and a set of
 * columns carries a known sum exactly when its columns of the rows are linearly dependent; what is dependent stays so in any
 * random rows, so a leak is never overlooked, and a harmless sum is taken for known with a chance of one in the prime per row.
 *
 * Each new cell uses up one row and costs O(rows x columns); rows are wanted for all cells that can come, and a few more to search in.
 * Modulo a prime the rank of the cells could be smaller than in fractions only if the prime divided all their largest
 * minors; these are tiny for cells that nest.
 */
export class KnownSums {
  readonly columns: number
  readonly #rows: Float64Array[]

  private constructor(columns: number, rows: Float64Array[]) {
    this.columns = columns
    this.#rows = rows
  }

  /** Nothing known yet, ready for `cells` cells. The randomness is always the same: same counts, same mask. */
  static nothing(columns: number, cells: number): KnownSums {
    const random = fixedRandom()
    const rows = Array.from({ length: Math.min(columns, cells) + spareRows }, () =>
      Float64Array.from({ length: columns }, random),
    )
    return new KnownSums(columns, rows)
  }

  copy(): KnownSums {
    return new KnownSums(
      this.columns,
      this.#rows.map((row) => row.slice()),
    )
  }

  /** The first rows, to search in; all zero where everything is known. */
  rows(count: number): readonly Float64Array[] {
    return Array.from({ length: count }, (_, i) => this.#rows[i] ?? new Float64Array(this.columns))
  }

  allRows(): readonly Float64Array[] {
    return this.#rows
  }

  /** The rows' products with a cell; all 0 = it is known. */
  productsWith(cell: readonly number[]): Float64Array {
    return Float64Array.from(this.#rows, (row) => {
      let sum = 0
      for (const column of cell) sum += row[column] ?? 0
      return sum % prime
    })
  }

  knows(sum: Sum): boolean {
    return this.#rows.every(
      (row) =>
        sum.columns.reduce(
          (all, column, i) => addProduct(all, row[column] ?? 0, sum.coefficients[i] ?? 0),
          0,
        ) === 0,
    )
  }

  /** From now on the cell is known. @returns whether it was news */
  add(cell: readonly number[]): boolean {
    const products = this.productsWith(cell)
    let at = products.length - 1
    while (at >= 0 && products[at] === 0) at--
    const pivot = this.#rows[at]
    if (pivot === undefined) return false
    const scale = negative(inverse(products[at] ?? 0))
    for (const [i, row] of this.#rows.entries()) {
      if (i === at || products[i] === 0) continue
      const factor = addProduct(0, products[i] ?? 0, scale)
      for (let column = 0; column < row.length; column++)
        row[column] = addProduct(row[column] ?? 0, factor, pivot[column] ?? 0)
    }
    this.#rows.splice(at, 1)
    return true
  }
}

/** Four to search in, and eight more so that a false alarm practically never happens. */
const spareRows = 12

/** Numbers below the prime that look random and are the same in every run (mulberry32). */
function fixedRandom(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % prime
  }
}
