import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { itemAgreement, scaleAgreement } from './within-group-agreement.ts'

test('everybody the same is 1; as spread as random answers, or more, is 0', () => {
  expect([itemAgreement(0, 7), itemAgreement(4, 7), itemAgreement(9, 7)]).toEqual([1, 0, 0])
  expect([scaleAgreement([0, 0], 7), scaleAgreement([4, 4], 7), scaleAgreement([9, 9], 7)]).toEqual([1, 0, 0])
})

type PerGroup = (number | null)[]
/** Of a single item the reference has r_wg, of several r_wg(j). */
type Expected = { items: number; mean_item_variance: PerGroup } & (
  | { rwg_uniform: PerGroup }
  | { rwgj_uniform: PerGroup }
)

testAgainstOracle<{ options: number }, Expected>('agreement', ({ input, expected }, near) => {
  expected.mean_item_variance.forEach((variance, group) => {
    const agreement = ('rwg_uniform' in expected ? expected.rwg_uniform : expected.rwgj_uniform)[group]
    if (variance === null || agreement === null || agreement === undefined) return
    const variances = Array.from({ length: expected.items }, () => variance)
    near(scaleAgreement(variances, input.options), agreement)
    if (expected.items === 1) near(itemAgreement(variance, input.options), agreement)
  })
})
