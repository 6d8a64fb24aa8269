import type { Cell, Change } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { otherMeasures } from './other-measures.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'

/** A wave that asks the core, the outcomes, and of the scales that take turns this one. */
function wave(id: string, turn: string, cell: Cell | undefined) {
  const header = releasedHeader(id)
  const scales = header.instrument.scales.filter((scale) => scale.role !== 'rotating' || scale.id === turn)
  return { header: { ...header, instrument: { ...header.instrument, scales } }, cell }
}

const moved = (difference: number): Change => ({
  since: 'w1',
  difference,
  interval: null,
  smallestSeen: 0.5,
  test: { standardError: 0.2, df: 200 },
  verdict: 'up',
})
const standards = (mean: number, difference: number | null) =>
  releasedCell({ n: 100, mean, change: difference === null ? null : moved(difference) }, 'standards')

test('a scale has points for the waves that asked it, an outcome for every wave, and the core none', () => {
  const others = otherMeasures([
    wave('w1', 'standards', standards(4, null)),
    wave('w2', 'leader-as-model', undefined),
    wave('w3', 'standards', standards(5, 1)),
  ])
  const points = new Map(others.map(({ id, points: of }) => [id, of.map((point) => point.wave)]))
  expect(points.get('standards')).toEqual(['w1', 'w3'])
  expect(points.has('psychological-safety')).toBe(false)
  const outcomes = others.filter(({ type }) => type === 'outcome')
  expect(outcomes.length).toBeGreaterThan(3)
  for (const outcome of outcomes) expect(points.get(outcome.id)).toEqual(['w1', 'w2', 'w3'])
})

test('figures are those of the release, changes judged among what is shown here, and what is not shown is protected', () => {
  const [first, second] =
    otherMeasures([wave('w1', 'standards', undefined), wave('w2', 'standards', standards(5, 1))]).find(
      ({ id }) => id === 'standards',
    )?.points ?? []
  expect(first).toEqual({ status: 'protected', wave: 'w1' })
  expect(second).toMatchObject({ status: 'published', n: 100, mean: 5, change: { verdict: 'up' } })
})
