import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { cutsOf, familiesOf } from './families.ts'

const attributes = [
  { name: 'tenure', categories: ['long', 'new'] },
  { name: 'site', categories: ['north', 'south'] },
]

test('a policy without cuts has no families', () => {
  expect(familiesOf(policyInput.parse({}))).toEqual([])
})

test('attributes come in the order of the policy, crossings after them with a threshold of their own', () => {
  const policy = policyInput.parse({
    k: 8,
    cutK: 12,
    cuts: ['tenure', 'site'],
    crossings: [['site', 'tenure']],
  })
  expect(familiesOf(policy)).toEqual([
    { attributes: [0], threshold: 12 },
    { attributes: [1], threshold: 12 },
    { attributes: [1, 0], threshold: 16 },
  ])
  expect(familiesOf(policy, 30).map(({ threshold }) => threshold)).toEqual([30, 30, 30])
})

test('the categories of a crossing count its last attribute fastest', () => {
  expect(cutsOf({ attributes: [0, 1], threshold: 10 }, attributes)).toEqual([
    { tenure: 'long', site: 'north' },
    { tenure: 'long', site: 'south' },
    { tenure: 'new', site: 'north' },
    { tenure: 'new', site: 'south' },
  ])
  expect(cutsOf({ attributes: [1], threshold: 10 }, attributes)).toEqual([
    { site: 'north' },
    { site: 'south' },
  ])
})

test('an attribute that nobody has a category of has no cuts', () => {
  expect(cutsOf({ attributes: [0], threshold: 10 }, [{ name: 'tenure', categories: [] }])).toEqual([])
})
