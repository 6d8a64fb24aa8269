import type { Cell, Change } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { otherMeasures } from './other-measures.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'
import type { WaveOfUnit } from './trend-point.ts'

const whole = releasedHeader('w1')
/** A wave that asked the core and these scales. */
function wave(id: string, asked: readonly string[], cell?: Cell): WaveOfUnit {
  const scales = whole.instrument.scales.filter((scale) => scale.role === 'core' || asked.includes(scale.id))
  return { header: { ...whole, wave: id, instrument: { ...whole.instrument, scales } }, cell }
}
const change: Change = {
  since: 'w1',
  difference: 1,
  interval: { lo: 0.5, hi: 1.5 },
  smallestSeen: 0.5,
  test: { standardError: 0.2, df: 60 },
  verdict: 'up',
}
const standards = (figures: Partial<Parameters<typeof releasedCell>[0]> = {}) =>
  releasedCell({ n: 40, mean: 5, sd: 1, ...figures }, 'standards')

test('where only the core was asked there is nothing besides', () => {
  expect(otherMeasures([wave('w1', [])])).toEqual([])
})

test('a scale that takes turns has the waves that asked it, and no others', () => {
  const others = otherMeasures([
    wave('w1', ['standards'], standards()),
    wave('w2', ['leader-as-model'], releasedCell({ n: 40, mean: 3, sd: 1 }, 'leader-as-model')),
    wave('w3', ['standards']),
  ])
  expect(
    others.map(({ id, type, points }) => [id, type, points.map((point) => [point.wave, point.status])]),
  ).toEqual([
    [
      'standards',
      'scale',
      [
        ['w1', 'published'],
        ['w3', 'protected'],
      ],
    ],
    ['leader-as-model', 'scale', [['w2', 'published']]],
  ])
})

test('an outcome stands as the single statement that it is', () => {
  const [first] = otherMeasures([wave('w1', ['outcomes'])])
  expect(first).toMatchObject({ id: 'outcome-engagement', type: 'outcome', items: [] })
})

test('statements are those of the last wave that asked the scale, each judged among the others', () => {
  const items = releasedCell({ n: 40, mean: 5, sd: 1, favourable: 0.8, change }, 'standards-1').measures.map(
    (one) => ({
      ...one,
      type: 'item' as const,
    }),
  )
  const second = standards()
  const [found] = otherMeasures([
    wave('w1', ['standards'], standards()),
    wave('w2', ['standards'], { ...second, measures: [...second.measures, ...items] }),
  ])
  expect(found?.items).toMatchObject([
    { id: 'standards-1', mean: 5, favourable: 0.8, change: { verdict: 'up', difference: 1 } },
  ])
})
