import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cell, dot, squareMatrix } from './matrix.ts'
import { symmetricEigen, withEigenvalues } from './symmetric-eigen.ts'

test('a matrix without anything off the diagonal is its own answer', () => {
  const { values, vectors } = symmetricEigen([
    [2, 0],
    [0, 5],
  ])
  expect([values, vectors]).toEqual([
    [5, 2],
    [
      [0, 1],
      [1, 0],
    ],
  ])
})

test('values and vectors together give the matrix back, and the vectors stand at right angles', () => {
  const entry = fc.double({ min: -9, max: 9, noNaN: true })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(entry, { minLength: 64, maxLength: 64 }),
      (size, e) => {
        const matrix = squareMatrix(size, (i, j) => e[Math.max(i, j) * 8 + Math.min(i, j)] ?? 0)
        const eigen = symmetricEigen(matrix)
        const again = withEigenvalues(eigen, (value) => value)
        matrix.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(cell(again, i, j)).toBeCloseTo(value, 11)
            expect(dot(eigen.vectors[i] ?? [], eigen.vectors[j] ?? [])).toBeCloseTo(i === j ? 1 : 0, 12)
          })
        })
        expect([...eigen.values].sort((a, b) => b - a)).toEqual(eigen.values)
      },
    ),
  )
})
