import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'
import { scalesOfWave, wavesUntilReturn } from './rotation.ts'

const asked = (waveIndex: number) => scalesOfWave(defaultInstrument, waveIndex).map((scale) => scale.id)

test('the first wave asks the core, one rotating scale and the outcomes, and nothing about a last pulse', () => {
  expect(asked(0)).toEqual(['psychological-safety', 'belonging', 'learning-from-mistakes', 'outcomes'])
})

test('rotating scales take turns by wave and come round again', () => {
  const rotating = (waveIndex: number) => asked(waveIndex)[2]
  expect([1, 2, 3, 4].map(rotating)).toEqual([
    'standards',
    'leader-as-model',
    'learning-community',
    'learning-from-mistakes',
  ])
})

test('no wave asks more than 22 questions', () => {
  for (let wave = 0; wave < 12; wave++) {
    const items = scalesOfWave(defaultInstrument, wave).flatMap((scale) => scale.items)
    expect(items.length).toBeLessThanOrEqual(22)
  }
})

test('an instrument without rotating scales asks the same in every wave', () => {
  const core = { ...defaultInstrument, scales: defaultInstrument.scales.filter((s) => s.role === 'core') }
  expect(scalesOfWave(core, 5)).toEqual(core.scales)
})

test('with two scales in a wave they come round twice as fast; with more than there are, all are asked', () => {
  const asked = (waveIndex: number, perWave: number) =>
    scalesOfWave(defaultInstrument, waveIndex, { perWave })
      .filter((scale) => scale.role === 'rotating')
      .map((scale) => scale.id)
  expect([0, 1, 2].map((wave) => asked(wave, 2))).toEqual([
    ['learning-from-mistakes', 'standards'],
    ['leader-as-model', 'learning-community'],
    ['learning-from-mistakes', 'standards'],
  ])
  expect(asked(5, 9)).toEqual([
    'learning-from-mistakes',
    'standards',
    'leader-as-model',
    'learning-community',
  ])
})

test('each scale that takes turns returns within the waves that are promised, and none comes twice in a wave', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(40),
      (scales, perWave, start) => {
        const [one] = defaultInstrument.scales
        if (!one) throw new Error('the default instrument has scales')
        const instrument = {
          ...defaultInstrument,
          scales: Array.from({ length: scales }, (_, at) => ({
            ...one,
            id: `${at}` as typeof one.id,
            role: 'rotating' as const,
          })),
        }
        const within = wavesUntilReturn(instrument, { perWave })
        const asked = Array.from({ length: within }, (_, wave) =>
          scalesOfWave(instrument, start + wave, { perWave }).map((scale) => scale.id),
        )
        for (const ids of asked) expect(ids.length).toBe(Math.min(perWave, scales))
        expect(new Set(asked.flat()).size).toBe(scales)
      },
    ),
  )
})
