import { expect, test } from 'vitest'
import { answeringMinutes, answeringSeconds, longestAnswering } from './answering-time.ts'
import { defaultInstrument } from './default-instrument.ts'
import { scalesOfWave } from './rotation.ts'

test('nothing to answer takes no time', () => {
  expect(answeringSeconds([])).toBe(0)
})

test('238 words in one statement take a minute of reading and one choice', () => {
  const [scale] = defaultInstrument.scales
  const [item] = scale?.items ?? []
  if (!scale || !item) throw new Error('the default instrument has statements')
  const long = { ...item, text: { en: Array.from({ length: 238 }, () => 'word').join(' ') } }
  expect(answeringSeconds([{ items: [long] }])).toBeCloseTo(62.5)
})

test('people are told whole minutes, and never none', () => {
  expect(answeringMinutes([])).toBe(1)
  expect(answeringMinutes(scalesOfWave(defaultInstrument, 0))).toBe(
    Math.round(answeringSeconds(scalesOfWave(defaultInstrument, 0)) / 60),
  )
})

test('no wave of the default instrument takes longer than two minutes; all its scales in one wave would', () => {
  for (let wave = 0; wave < 8; wave++)
    expect(answeringSeconds(scalesOfWave(defaultInstrument, wave))).toBeLessThanOrEqual(longestAnswering)
  expect(answeringSeconds(scalesOfWave(defaultInstrument, 1, { perWave: 4 }))).toBeGreaterThan(
    longestAnswering,
  )
})
