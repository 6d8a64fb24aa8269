import { at, cell, type Matrix, squareMatrix } from './matrix.ts'

/** Eigenvalues, the largest first, and to each its vector of length 1. */
export type Eigen = { readonly values: readonly number[]; readonly vectors: Matrix }

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by turning one pair of axes after the other until nothing is left
 * off the diagonal. Not the fastest way, and for the few items of a scale the plainest: a page of code instead of a
 * matrix library. Each vector points to where its entries sum to more than 0.
 * Source: Jacobi 1846; Golub & Van Loan (2013) 8.5.
 * @example symmetricEigen([[2, 1], [1, 2]]).values // [3, 1]
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => [...row])
  const axes = squareMatrix(size, (i, j) => (i === j ? 1 : 0))
  const negligible = 1e-18 * Math.max(...a.map((row, i) => Math.abs(at(row, i))))
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > negligible; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) turn(a, axes, p, q)

  const order = a.map((_, i) => i).sort((i, j) => cell(a, j, j) - cell(a, i, i))
  return {
    values: order.map((i) => cell(a, i, i)),
    vectors: order.map((i) => pointed(axes[i] ?? [])),
  }
}

/**
 * The matrix with the same vectors and other eigenvalues: with 1 / value its inverse, with the root its square root.
 * @example withEigenvalues(symmetricEigen([[4, 0], [0, 9]]), Math.sqrt) // [[2, 0], [0, 3]]
 */
export function withEigenvalues({ values, vectors }: Eigen, change: (value: number) => number): number[][] {
  const changed = values.map(change)
  return squareMatrix(values.length, (i, j) =>
    vectors.reduce((sum, vector, q) => sum + at(vector, i) * at(vector, j) * at(changed, q), 0),
  )
}

/** Turns axes p and q so that the entry between them becomes 0. */
function turn(a: number[][], axes: number[][], p: number, q: number): void {
  const [rowP = [], rowQ = []] = [a[p], a[q]]
  const between = at(rowP, q)
  if (between === 0) return
  const ratio = (at(rowQ, q) - at(rowP, p)) / (2 * between)
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  turnRows(rowP, rowQ, cosine, sine)
  turnRows(axes[p] ?? [], axes[q] ?? [], cosine, sine)
  for (const row of a) {
    const x = row[p] ?? 0
    const y = row[q] ?? 0
    row[p] = cosine * x - sine * y
    row[q] = sine * x + cosine * y
  }
  rowP[q] = 0
  rowQ[p] = 0
}

function turnRows(p: number[], q: number[], cosine: number, sine: number): void {
  for (let i = 0; i < p.length; i++) {
    const x = p[i] ?? 0
    const y = q[i] ?? 0
    p[i] = cosine * x - sine * y
    q[i] = sine * x + cosine * y
  }
}

function offDiagonal(a: Matrix): number {
  return a.reduce(
    (sum, row, i) => sum + row.reduce((part, value, j) => part + (i < j ? Math.abs(value) : 0), 0),
    0,
  )
}

function pointed(vector: readonly number[]): number[] {
  const sign = vector.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1
  return vector.map((value) => sign * value)
}
