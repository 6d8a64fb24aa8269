import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownCount } from './display-steps.ts'
import { shownResponseRate } from './participation.ts'

const rate = (answers: number, invited: number) => shownResponseRate(shownCount(answers, 5), answers, invited)

test('that everybody took part is never told from four fifths', () => {
  const best = { lo: 0.8, hi: 1 }
  expect([rate(10, 10), rate(8, 10), rate(100, 100), rate(80, 100), rate(30, 30)]).toEqual([
    best,
    best,
    best,
    best,
    best,
  ])
})

test('below 30 invited or 30 answers a rate is one of four bands, and an edge belongs to the band above it', () => {
  expect([rate(5, 11), rate(5, 10), rate(13, 20), rate(16, 20), rate(29, 100)]).toEqual([
    { lo: 0, hi: 0.5 },
    { lo: 0.5, hi: 0.65 },
    { lo: 0.65, hi: 0.8 },
    { lo: 0.8, hi: 1 },
    { lo: 0, hi: 0.5 },
  ])
})

test('from 30 answers on a rate below four fifths is shown as it is', () => {
  expect([rate(30, 60), rate(79, 100)]).toEqual([0.5, 0.79])
})

test('what is shown holds the true rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 200 }), fc.nat(300), (answers, silent) => {
      const shown = rate(answers, answers + silent)
      const { lo, hi } = typeof shown === 'number' ? { lo: shown, hi: shown } : shown
      const truth = answers / (answers + silent)
      expect(lo <= truth && truth <= hi).toBe(true)
    }),
  )
})
