import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { expect, test } from 'vitest'
import { benchmarkOf } from './benchmark.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'

const favourable = { lo: 0.55, hi: 0.65 }
const cellWith = (n: number, ...ids: string[]) => {
  const cells = ids.map((id) => releasedCell({ n, mean: 5, favourable }, id))
  return { ...releasedCell({ n, mean: 5 }), measures: cells.flatMap(({ measures }) => measures) }
}

test('the share of the newest wave that asked a statement stands beside that of the other survey', () => {
  const [first, second] = [releasedHeader('w1'), releasedHeader('w2')]
  const withoutCommunity = {
    ...second,
    instrument: {
      ...defaultInstrument,
      scales: defaultInstrument.scales.filter(({ id }) => id !== 'learning-community'),
    },
  }
  const whole = cellWith(60, 'safety-2', 'community-2')
  const { rows } = benchmarkOf([first, withoutCommunity], () => whole)
  expect(rows).toEqual([
    expect.objectContaining({ item: 'safety-2', wave: 'w2', favourable, median: 0.51016 }),
    expect.objectContaining({ item: 'community-2', wave: 'w1', favourable, median: 0.39111 }),
  ])
})

test('where our share may not be shown nothing is compared, not even with an older wave', () => {
  const [first, second] = [releasedHeader('w1'), releasedHeader('w2')]
  const few = cellWith(9, 'safety-2')
  const enough = cellWith(60, 'safety-2')
  expect(benchmarkOf([second], () => few).rows).toEqual([])
  expect(benchmarkOf([first, second], ({ wave }) => (wave === 'w2' ? few : enough)).rows).toEqual([])
  expect(benchmarkOf([second], () => undefined).rows).toEqual([])
})
