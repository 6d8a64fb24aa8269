import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSignals } from './run-rules.ts'

test('no points, and points on the centre, signal nothing', () => {
  const nothing = {
    beyondThreeSigma: [],
    twoOfThreeBeyondTwoSigma: [],
    fourOfFiveBeyondOneSigma: [],
    eightOnOneSide: [],
  }
  expect(runSignals([])).toEqual(nothing)
  expect(runSignals(Array(20).fill(0))).toEqual(nothing)
})

test('exactly on a limit is not beyond it', () => {
  expect(runSignals([3, -3]).beyondThreeSigma).toEqual([])
  expect(runSignals([3.01, -3.01]).beyondThreeSigma).toEqual([0, 1])
})

test('a pattern is on one side: far out above and far out below do not add up', () => {
  expect(runSignals([2.5, -2.5, 2.5]).twoOfThreeBeyondTwoSigma).toEqual([2])
  expect(runSignals([2.5, -2.5, 0]).twoOfThreeBeyondTwoSigma).toEqual([])
})

test('the eighth point in a row on one side signals, the seventh does not', () => {
  expect(runSignals(Array(9).fill(0.1)).eightOnOneSide).toEqual([7, 8])
  expect(runSignals([...Array(7).fill(0.1), -0.1]).eightOnOneSide).toEqual([])
})

test('a chart turned upside down signals at the same points', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true })), (z) => {
      expect(runSignals(z.map((value) => -value))).toEqual(runSignals(z))
    }),
  )
})
