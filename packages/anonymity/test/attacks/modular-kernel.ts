/** The largest prime below 2^26: a product of two remainders is still exact in a double. */
export const prime = 67_108_859

/** Random coordinates per column: enough that five or fewer columns are dependent only if they truly are. */
const width = 6

/**
 * The kernel of a 0/1 matrix, as one short vector per column. A row vector v is a combination of the matrix's rows exactly
 * when it is orthogonal to every vector that the matrix sends to 0. So with a random choice of such kernel vectors:
 * the columns' vectors w have sum(v_c w_c) = 0 if v is a combination of rows, and (but for about one chance in
 * 10^45) only then. Computed modulo a prime, where numbers do not grow.
 *
 * @param columns per column the rows in which it has a 1
 * @param random uniform in [0, 1)
 */
export function kernelVectors(
  columns: readonly (readonly number[])[],
  rows: number,
  random: () => number,
): number[][] {
  const matrix = Array.from({ length: rows }, () => new Float64Array(columns.length))
  columns.forEach((inRows, column) => {
    for (const row of inRows) {
      const values = matrix[row]
      if (values) values[column] = 1
    }
  })
  const pivots = reduce(matrix, columns.length)
  const vectors = columns.map(() => Array.from({ length: width }, () => Math.floor(random() * prime)))
  for (const [column, row] of pivots)
    vectors[column] = Array.from({ length: width }, (_, i) => {
      let sum = 0
      row.forEach((value, other) => {
        if (value !== 0 && !pivots.has(other)) sum = (sum + value * (vectors[other]?.[i] ?? 0)) % prime
      })
      return negative(sum)
    })
  return vectors
}

/** Gauss and Jordan; returns for every pivot column its row. */
function reduce(matrix: Float64Array[], columns: number): Map<number, Float64Array> {
  const left = new Set(matrix)
  const pivots = new Map<number, Float64Array>()
  for (let column = 0; column < columns; column++) {
    const pivot = [...left].find((row) => row[column] !== 0)
    if (!pivot) continue
    const factor = inverse(pivot[column] ?? 0)
    pivot.forEach((value, i) => {
      pivot[i] = (value * factor) % prime
    })
    for (const row of matrix) {
      const times = row === pivot ? 0 : negative(row[column] ?? 0)
      if (times === 0) continue
      for (let i = column; i < columns; i++) row[i] = ((row[i] ?? 0) + times * (pivot[i] ?? 0)) % prime
    }
    left.delete(pivot)
    pivots.set(column, pivot)
  }
  return pivots
}

export function negative(value: number): number {
  return value === 0 ? 0 : prime - value
}

/** By Fermat: value ** (prime - 2). */
export function inverse(value: number): number {
  let result = 1
  for (let power = value, left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}
