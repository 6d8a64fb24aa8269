import { expect, test } from 'vitest'
import { runSignals } from './run-rules.ts'
import { waveScores } from './wave-scores.ts'
import { xmrChart } from './xmr-chart.ts'

/** Answers spread by one point: the standard error follows from their number. */
const wave = (mean: number, answers: number) => ({ mean, standardError: 1 / Math.sqrt(answers) })

test('no waves have no scores', () => {
  expect(waveScores([], 4)).toEqual([])
})

test('a wave of few answers that strays is no signal, where the same mean of many answers is one', () => {
  const steady = [4.1, 3.9, 4.05, 3.95, 4.1, 3.9, 4.05, 3.95].map((mean) => wave(mean, 60))
  const few = runSignals(waveScores([...steady, wave(5, 6)], 4))
  const many = runSignals(waveScores([...steady, wave(5, 60)], 4))
  expect(few.beyondThreeSigma).toEqual([])
  expect(many.beyondThreeSigma).toEqual([8])
})

test('one sigma for all waves would have called the wave of few answers a change', () => {
  const chart = xmrChart([4.1, 3.9, 4.05, 3.95, 4.1, 3.9, 4.05, 3.95, 5], 8)
  expect(chart.ok && chart.value.signals.beyondThreeSigma).toEqual([8])
})
