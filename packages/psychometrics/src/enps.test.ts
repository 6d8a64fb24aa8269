import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { enps, promoterBalance } from './enps.ts'

test('nobody answered: no score', () => {
  expect(enps([])).toEqual({ ok: false, error: { code: 'no-answers' } })
})

test('all of one kind score 100 or -100, and the interval still has width', () => {
  const all = enps([10, 10, 9])
  expect(all.ok && [all.value.enps, all.value.interval.lo < 80]).toEqual([100, true])
  const none = enps([0, 6, 3])
  expect(none.ok && none.value.enps).toBe(-100)
})

test('7 and 8 are passive: they count and pull to neither side', () => {
  const score = enps([7, 8])
  expect(score.ok && score.value).toMatchObject({ n: 2, passives: 2, enps: 0 })
})

test('the score stays within -100 and 100, and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (answers) => {
      const score = enps(answers)
      expect(enps(answers.toReversed())).toEqual(score)
      if (!score.ok) throw new Error('there are answers')
      expect(Math.abs(score.value.enps)).toBeLessThanOrEqual(100)
      expect(score.value.interval.lo).toBeLessThan(score.value.interval.hi)
    }),
  )
})

testAgainstOracle<
  { values: number[] },
  Record<'n' | 'promoters' | 'passives' | 'detractors' | 'enps' | 'se_wald', number> & {
    ci95_adjusted_wald: [number, number]
  }
>('enps', ({ input, expected }, near) => {
  const score = enps(input.values)
  if (!score.ok) throw new Error(score.error.code)
  const { n, promoters, passives, detractors, interval } = score.value
  expect([n, promoters, passives, detractors]).toEqual([
    expected.n,
    expected.promoters,
    expected.passives,
    expected.detractors,
  ])
  near(score.value.enps, expected.enps)
  near(promoterBalance(promoters, detractors, n).standardError, expected.se_wald)
  near(interval.lo, expected.ci95_adjusted_wald[0])
  near(interval.hi, expected.ci95_adjusted_wald[1])
})
