import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { itemAgreement } from './within-group-agreement.ts'

test('everybody the same is 1; as spread as random answers, or more, is 0', () => {
  expect([itemAgreement(0, 7), itemAgreement(4, 7), itemAgreement(9, 7)]).toEqual([1, 0, 0])
})

type PerGroup = (number | null)[]
/** Of a single item the reference has r_wg, of several r_wg(j), which is not ours to say yet. */
type Expected = { mean_item_variance: PerGroup; rwg_uniform?: PerGroup }

testAgainstOracle<{ options: number }, Expected>('agreement', ({ input, expected }, near) => {
  expected.mean_item_variance.forEach((variance, group) => {
    const agreement = expected.rwg_uniform?.[group] ?? null
    if (variance !== null && agreement !== null) near(itemAgreement(variance, input.options), agreement)
  })
})
