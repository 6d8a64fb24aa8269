import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divergingBar, reachOf } from './diverging-geometry.ts'

const shares = (...middles: number[]) => middles.map((middle) => ({ middle, open: middle === 0 }))
const frame = { width: 422, mirrored: false }
const draw = (bar: ReturnType<typeof shares>, more = frame) => divergingBar(bar, reachOf([bar]), more)

test('when everybody gives one answer, all others are lines and no areas', () => {
  for (const only of [0, 3, 6]) {
    const bar = Array.from({ length: 7 }, (_, i) => ({ middle: i === only ? 0.95 : 0.025, open: i !== only }))
    const wide = draw(bar).segments.filter(({ width }) => width > 2)
    expect(wide.map(({ answer }) => answer)).toEqual([only])
  }
})

test('the mildest answers stand at the line, the strongest outside, and the middle one beside', () => {
  const { segments, centre, besideAt } = draw(shares(0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.1))
  const by = new Map(segments.map((segment) => [segment.answer, segment]))
  expect((by.get(2)?.x ?? 0) + (by.get(2)?.width ?? 0)).toBeCloseTo(centre)
  expect(by.get(4)?.x).toBeCloseTo(centre)
  expect(by.get(0)?.x).toBeLessThan(by.get(2)?.x ?? 0)
  expect(by.get(6)?.x).toBeGreaterThan(by.get(4)?.x ?? 0)
  expect(by.get(3)).toMatchObject({ side: 'between', strength: 0, x: besideAt })
  expect([0, 1, 2, 4, 5, 6].map((answer) => by.get(answer)?.strength)).toEqual([3, 2, 1, 1, 2, 3])
})

test('an even number of answers has no middle one', () => {
  expect(draw(shares(0.25, 0.25, 0.25, 0.25)).segments.map(({ side }) => side)).toEqual([
    'against',
    'against',
    'for',
    'for',
  ])
})

test('nothing overlaps and nothing leaves the frame, whichever way people read', () => {
  const answers = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 2, maxLength: 11 })
  fc.assert(
    fc.property(answers, fc.boolean(), (middles, mirrored) => {
      const { segments } = draw(shares(...middles), { width: 422, mirrored })
      const inOrder = segments.toSorted((a, b) => a.x - b.x)
      inOrder.forEach(({ x, width }, i) => {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual((inOrder[i + 1]?.x ?? 422) + 1e-6)
      })
    }),
    { numRuns: 100 },
  )
})

test('bars that are compared share their line', () => {
  const bars = [shares(0.5, 0.2, 0.3), shares(0.1, 0.2, 0.7)]
  const reach = reachOf(bars)
  expect(reach).toEqual({ against: 0.5, between: 0.2, for: 0.7 })
  expect(new Set(bars.map((bar) => divergingBar(bar, reach, frame).centre)).size).toBe(1)
})
