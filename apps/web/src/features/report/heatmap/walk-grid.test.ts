import { expect, test } from 'vitest'
import { stepInGrid } from './walk-grid.ts'

const grid = { rows: 3, columns: 4, direction: 'ltr' } as const

test('arrow keys lead to the neighbours, and no farther than the edge', () => {
  const middle = { row: 1, column: 1 }
  expect(stepInGrid('ArrowUp', middle, grid)).toEqual({ row: 0, column: 1 })
  expect(stepInGrid('ArrowDown', { row: 2, column: 1 }, grid)).toEqual({ row: 2, column: 1 })
  expect(stepInGrid('ArrowRight', { row: 1, column: 3 }, grid)).toEqual({ row: 1, column: 3 })
  expect(stepInGrid('Home', middle, grid)).toEqual({ row: 1, column: 0 })
  expect(stepInGrid('End', middle, grid)).toEqual({ row: 1, column: 3 })
})

test('where people read from right to left, the right arrow leads back', () => {
  expect(stepInGrid('ArrowRight', { row: 1, column: 1 }, { ...grid, direction: 'rtl' })).toEqual({
    row: 1,
    column: 0,
  })
})

test('other keys are left to the page', () => {
  expect(stepInGrid('a', { row: 0, column: 0 }, grid)).toBe(null)
})
