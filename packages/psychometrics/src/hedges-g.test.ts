import { expect, test } from 'vitest'
import { hedgesG } from './hedges-g.ts'

test('one answer in a wave, and two waves without spread, have no standardised change', () => {
  const one = { n: 1, mean: 4, sd: null }
  const flat = { n: 5, mean: 4, sd: 0 }
  expect(hedgesG(one, flat)).toEqual({ ok: false, error: { code: 'one-answer' } })
  expect(hedgesG(flat, { ...flat, mean: 5 })).toEqual({ ok: false, error: { code: 'no-spread' } })
})

test('backwards in time it is the same with the other sign', () => {
  const a = { n: 9, mean: 3, sd: 1.2 }
  const b = { n: 12, mean: 4.1, sd: 0.8 }
  const [forth, back] = [hedgesG(a, b), hedgesG(b, a)]
  if (!forth.ok || !back.ok) throw new Error('both have spread')
  expect(back.value.g).toBeCloseTo(-forth.value.g, 12)
  expect(back.value.interval.lo).toBeCloseTo(-forth.value.interval.hi, 8)
  expect(back.value.interval.hi).toBeCloseTo(-forth.value.interval.lo, 8)
})

test('no difference has an interval about 0 that shrinks with the answers', () => {
  const widths = [5, 50, 500].map((n) => {
    const change = hedgesG({ n, mean: 4, sd: 1 }, { n, mean: 4, sd: 1 })
    if (!change.ok) throw new Error('there is spread')
    expect(change.value.interval.lo).toBeCloseTo(-change.value.interval.hi, 8)
    return change.value.interval.hi
  })
  expect(widths[0]).toBeGreaterThan(2 * (widths[1] ?? 0))
  expect(widths[1]).toBeGreaterThan(2 * (widths[2] ?? 0))
})
