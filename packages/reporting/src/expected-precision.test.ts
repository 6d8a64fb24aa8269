import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedPrecision } from './expected-precision.ts'

const known = { min: 1, max: 7, spread: 1.5, minimum: 5 }

test('where fewer are expected to answer than anything shown needs, there is no precision to speak of', () => {
  expect(expectedPrecision(6, 0.7, known)).toEqual({ answers: 4, half: null, halfOfInvited: null })
  expect(expectedPrecision(0, 1, known)).toEqual({ answers: 0, half: null, halfOfInvited: null })
})

// t(0.975, 9) = 2.262157 (tables of Student's t); the step of ten answers is 0.5 points wide, an error of 0.5^2 / 12.
test('ten expected answers of spread 1.5 are sure to 2.262157 * sqrt((1.5^2 + 10 * 0.25 / 12) / 10)', () => {
  const { answers, half, halfOfInvited } = expectedPrecision(20, 0.5, known)
  expect(answers).toBe(10)
  expect(half).toBeCloseTo(2.262157 * Math.sqrt((1.5 ** 2 + (10 * 0.25) / 12) / 10), 5)
  expect(halfOfInvited).toBeCloseTo((half ?? 0) * Math.sqrt(0.5), 10)
})

test('when everybody answers, exactly these people are known', () => {
  expect(expectedPrecision(12, 1, known).halfOfInvited).toBe(0)
})

test('more people at the same participation are never less sure', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 400 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (people, share) => {
        const [some, more] = [
          expectedPrecision(people, share, known),
          expectedPrecision(people * 4, share, known),
        ]
        if (some.half !== null) expect(more.half).toBeLessThanOrEqual(some.half)
      },
    ),
  )
})
