import type { MeasureFigures } from '@chorus/contracts/publish'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf, KnownFigures, type Show } from './figures.ts'
import { shownCount, shownMean, stepsFor } from './rules/display-steps.ts'

const item = { id: 'o1', type: 'outcome', min: 1, max: 7 } as const
const meanOnly: Show = {
  favourable: false,
  agreement: false,
  detail: false,
  minimum: 5,
  exactCount: true,
  coarser: null,
  population: null,
  known: new KnownFigures(),
}

function countedOf(answers: readonly number[], agreement: number | null = null) {
  const distances = answers.map((answer) => answer - 1)
  return {
    sums: {
      n: answers.length,
      sum: distances.reduce((a, b) => a + b, 0),
      sumOfSquares: distances.reduce((a, b) => a + b * b, 0),
      favourable: answers.filter((answer) => answer >= 5).length,
      divisor: 1,
    },
    agreement,
    answers: Array.from({ length: 7 }, (_, i) => answers.filter((answer) => answer === i + 1).length),
  }
}

const show = (answers: readonly number[], options: Partial<Show> = {}) =>
  figuresOf(item, 1.5, countedOf(answers), { ...meanOnly, ...options }, () => null)
const same = (n: number, answer: number) => Array.from({ length: n }, () => answer)

test('five who all said 7 look like nine of whom two said 5', () => {
  expect(show(same(5, 7))).toEqual(show([...same(7, 7), 5, 5]))
})

test('the distribution is shown from 30 answers on, in steps, and nobody looks like one', () => {
  const detail = { favourable: true, agreement: true, detail: true }
  const shown = show([...same(15, 4), ...same(14, 6), 1], detail)
  expect(shown.answers).toEqual([
    { lo: 0, hi: 0.075 },
    { lo: 0, hi: 0.075 },
    { lo: 0, hi: 0.075 },
    { lo: 0.475, hi: 0.525 },
    { lo: 0, hi: 0.075 },
    { lo: 0.425, hi: 0.475 },
    { lo: 0, hi: 0.075 },
  ])
  // Mean 145/30, sum of squared deviations 745 - 145^2/30: sd 1.2341...
  expect([shown.n, shown.mean, shown.sd]).toEqual([30, { lo: 4.75, hi: 4.85 }, { lo: 1.15, hi: 1.25 }])
})

test('where the spread of the group is shown, the interval goes by it; else by that of the organisation', () => {
  const width = ({ interval }: MeasureFigures) => (interval ? interval.hi - interval.lo : null)
  const divided = [...same(20, 2), ...same(20, 6)]
  const united = [...same(20, 4), ...same(20, 5)]
  const [typical, alike] = [divided, united].map((answers) => width(show(answers)))
  expect(typical).toBeCloseTo(alike ?? 0, 9)
  const [wide, narrow] = [divided, united].map((answers) => width(show(answers, { detail: true })))
  // Two camps: sd 2.0255, shown as 1.95 to 2.05; steps of 0.1 have an error of 0.1^2 / 12; t(.975, 39) is 2.022691.
  expect(wide).toBeCloseTo(2 * 2.022691 * Math.sqrt(2.05 ** 2 / 40 + 0.1 ** 2 / 12), 5)
  expect(narrow).toBeLessThan(typical ?? 0)
})

test('a repair takes the mean to its step and everything finer away', () => {
  const all = { favourable: true, agreement: true, detail: true }
  const answers = same(40, 4)
  const shown = figuresOf(item, 1.5, countedOf(answers, 1), { ...meanOnly, ...all, coarser: 0.5 }, () => null)
  expect(shown).toMatchObject({
    mean: { lo: 3.75, hi: 4.25 },
    sd: null,
    answers: null,
    favourable: null,
    favourableInterval: null,
    agreement: null,
  })
})

test('agreement is a word: weak below one half, strong from seven tenths', () => {
  const words = [-0.2, 0.49, 0.5, 0.69, 0.7, 1].map(
    (value) =>
      figuresOf(item, 1.5, countedOf(same(10, 4), value), { ...meanOnly, agreement: true }, () => null)
        .agreement,
  )
  expect(words).toEqual(['weak', 'weak', 'moderate', 'moderate', 'strong', 'strong'])
})

const answers = (size: { minLength: number; maxLength: number }) =>
  fc.array(fc.integer({ min: 1, max: 7 }), size)

test('other answers and other people behind the same shown n and mean: every figure is the same', () => {
  fc.assert(
    fc.property(
      answers({ minLength: 5, maxLength: 29 }),
      answers({ minLength: 5, maxLength: 29 }),
      fc.option(fc.integer({ min: 30, max: 60 })),
      (one, other, population) => {
        const looks = (given: number[]) => [
          shownCount(given.length, 5),
          shownMean(given.reduce((a, b) => a + b, 0) / given.length, item, stepsFor(given.length).mean),
        ]
        fc.pre(JSON.stringify(looks(one)) === JSON.stringify(looks(other)))
        expect(show(other, { population })).toEqual(show(one, { population }))
      },
    ),
    { numRuns: 200, maxSkipsPerRun: 1000 },
  )
})

test('intervals hold the whole step, and never leave the range', () => {
  fc.assert(
    fc.property(answers({ minLength: 5, maxLength: 60 }), (given) => {
      const { interval, mean } = show(given)
      expect(mean).not.toBe(null)
      if (interval === null || mean === null || typeof mean === 'number') return
      expect(interval.lo).toBeLessThanOrEqual(mean.lo + 0.05)
      expect(interval.hi).toBeGreaterThanOrEqual(mean.hi - 0.05)
      expect(interval.lo).toBeGreaterThanOrEqual(1)
      expect(interval.hi).toBeLessThanOrEqual(7)
    }),
  )
})
