import { assert, present } from '@chorus/basics/assert'

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[]

/**
 * A number that is there by construction; reading past the end is a bug and stops at once.
 * @example at([4, 5], 1) // 5
 */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index]
  assert(value !== undefined, 'a number where one is read')
  return value
}

/** @example cell([[1, 2], [3, 4]], 1, 0) // 3 */
export function cell(matrix: Matrix, row: number, column: number): number {
  return at(present(matrix[row], 'row'), column)
}

/** @example squareMatrix(2, (i, j) => i + 10 * j) // [[0, 10], [1, 11]] */
export function squareMatrix(size: number, entry: (row: number, column: number) => number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)))
}

/** @example sumOf([1, 2, 3.5]) // 6.5 */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** @example dot([1, 2], [3, 4]) // 11 */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * at(b, i), 0)
}
