import { expect, test } from 'vitest'
import { policyInput } from './policy.ts'

test('an empty policy has the defaults, and a higher k lifts what may not lie below it', () => {
  expect(policyInput.parse({})).toEqual({ k: 5, commentK: 10, cutK: 10, cuts: [], crossings: [] })
  expect(policyInput.parse({ k: 12 })).toMatchObject({ k: 12, commentK: 12, cutK: 12 })
})

test.each([
  [{ k: 2 }, 'k cannot be below 3'],
  [{ commentK: 9 }, 'commentK cannot be below 10'],
  [{ cutK: 5 }, 'cutK cannot be below 10'],
  [{ k: 20, cutK: 15 }, 'cutK cannot be below k'],
  [{ cuts: ['tenure'], crossings: [['tenure', 'site']] }, '"site" is crossed and is not among the cuts'],
  [{ cuts: ['tenure'], crossings: [['tenure', 'tenure']] }, 'a cut is crossed with itself'],
])('%j is refused, not lowered or lifted', (given, message) => {
  const parsed = policyInput.safeParse(given)
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})

test('a misspelt threshold is refused, and so is what is no policy at all', () => {
  expect(policyInput.safeParse({ K: 5 }).success).toBe(false)
  expect(policyInput.safeParse([]).success).toBe(false)
  expect(policyInput.safeParse({ k: '5' }).success).toBe(false)
})
