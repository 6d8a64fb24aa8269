import type { Cell, Change, Figure } from '@chorus/contracts/publish'
import type { TrendPoint } from '@chorus/contracts/report'
import { familiesOf } from '@chorus/reporting/change-family'
import { expect, test } from 'vitest'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'
import { trendPoint, type WaveOfUnit } from './trend-point.ts'

const wave = (id: string, cell: Cell | undefined): WaveOfUnit => ({ header: releasedHeader(id), cell })
const change: Change = {
  since: 'w1',
  difference: { lo: 0.9, hi: 1.1 },
  interval: { lo: 0.4, hi: 1.6 },
  smallestSeen: 0.8,
  test: { standardError: 0.3, df: 98 },
  verdict: 'up',
}

function second(n: Figure, before: Figure = 50): TrendPoint {
  const [one, two] = [
    releasedCell({ n: before, mean: 4, sd: 1 }),
    releasedCell({ n, mean: 5, sd: 1, change, favourable: 0.6, agreement: 'strong' }),
  ]
  return trendPoint(measure, wave('w2', two), [wave('w1', one)], familiesOf([two]))
}
const changeIn = (point: TrendPoint) => (point.status === 'published' ? point.change : undefined)

test('a protected cell, and one that is not there, is protected and says nothing else', () => {
  const protectedPoint = { status: 'protected', wave: 'w2' }
  expect(trendPoint(measure, wave('w2', undefined), [], familiesOf([]))).toEqual(protectedPoint)
})

test('the size of a change is Hedges g of what is shown', () => {
  // n 50 and 50, sd 1, difference 1: so g = J(98), 0.99232 by its gamma functions.
  expect(changeIn(second(50))?.size?.g).toBeCloseTo(0.99232, 4)
})

test('below fifteen answers in either wave a change has a verdict and no size', () => {
  for (const point of [second({ lo: 10, hi: 14 }), second(50, { lo: 10, hi: 14 })])
    expect(changeIn(point)).toMatchObject({ verdict: 'up', size: null })
})

test('a release that holds more than so few answers can bear is not read out', () => {
  expect(second({ lo: 5, hi: 9 })).toMatchObject({ favourable: null, agreement: null })
  expect(second({ lo: 10, hi: 14 })).toMatchObject({ favourable: 0.6, agreement: 'strong' })
})
