import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rootBetween } from './root-between.ts'

test('a function that does not change its sign has no root to find, and says so', () => {
  expect(() => rootBetween((x) => x * x + 1, -1, 1)).toThrow('same side')
})

test('a root at an end is found', () => {
  expect(rootBetween((x) => x, 0, 1)).toBe(0)
})

test('flat and steep functions alike: the root is right to the last digits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.constantFrom(0.2, 1, 3, 9),
      (root, power) => {
        const f = (x: number) => Math.sign(x - root) * Math.abs(x - root) ** power
        expect(Math.abs(rootBetween(f, -3, 200) - root)).toBeLessThan(1e-12 * root + 1e-14)
      },
    ),
  )
})
