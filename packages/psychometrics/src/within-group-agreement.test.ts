import { expect, test } from 'vitest'
import {
  itemAgreement,
  lindellAgreement,
  scaleAgreement,
  scaleAgreementUncapped,
} from './within-group-agreement.ts'

test('everybody the same is 1; as spread as random answers, or more, is 0', () => {
  expect([itemAgreement(0, 7), itemAgreement(4, 7), itemAgreement(9, 7)]).toEqual([1, 0, 0])
  expect([scaleAgreement(0, 5, 4), scaleAgreement(4, 5, 4), scaleAgreement(9, 5, 4)]).toEqual([1, 0, 0])
})

test('the index without a cap shows more division than chance, and has no value where it would divide by 0', () => {
  expect(lindellAgreement(8, 4)).toBe(-1)
  expect(scaleAgreementUncapped(3, 3, 2)).toBe(null)
})

test('of one item the index of several is that of one', () => {
  expect(scaleAgreement(1.7, 1, 4)).toBeCloseTo(itemAgreement(1.7, 7), 12)
})

test('more items raise r_wg(j) at equal spread, and leave r*_wg(j) alone', () => {
  const rising = [1, 3, 7, 15].map((items) => scaleAgreement(2, items, 4))
  expect([...rising].sort((a, b) => a - b)).toEqual(rising)
  expect(new Set(rising).size).toBe(4)
})
