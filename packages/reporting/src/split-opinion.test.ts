import { shownShare } from '@chorus/anonymity/rules/display-steps'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitOpinion } from './split-opinion.ts'

const shown = (...counts: number[]) => {
  const n = counts.reduce((a, b) => a + b)
  return { n, shares: counts.map((count) => shownShare(count / n, 0.05)) }
}
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
const split = (k: number, ...counts: number[]) => {
  const { n, shares } = shown(...counts)
  return splitOpinion(shares, n, k)
}

test('everybody at one answer is no split', () => {
  expect(split(5, 0, 0, 0, 0, 0, 0, 40)).toBe(null)
})

test('two camps at the ends are named, each with its share', () => {
  const camps = split(5, 10, 10, 0, 0, 0, 10, 10)
  expect(camps?.below).toBeCloseTo(0.5, 6)
  expect(camps?.above).toBeCloseTo(0.5, 6)
})

test('a team about the middle is no split', () => {
  expect(split(5, 0, 2, 8, 20, 8, 2, 0)).toBe(null)
})

test('a side that may hold fewer than k people is not named', () => {
  const counts = [0, 4, 0, 0, 0, 0, 36]
  expect(split(5, ...counts)).toBe(null)
  expect(split(11, 10, 10, 0, 0, 0, 10, 10)).not.toBe(null)
  expect(split(21, 10, 10, 0, 0, 0, 10, 10)).toBe(null)
})

test('whatever was answered, a named side really holds k people or more', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 3, max: 15 }), (answers, k) => {
      const n = sum(answers)
      fc.pre(n >= 30)
      if (split(k, ...answers) === null) return
      expect(sum(answers.slice(0, 3))).toBeGreaterThanOrEqual(k)
      expect(sum(answers.slice(4))).toBeGreaterThanOrEqual(k)
    }),
  )
})
