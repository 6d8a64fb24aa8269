import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'
import { scalesOfWave } from './rotation.ts'

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
