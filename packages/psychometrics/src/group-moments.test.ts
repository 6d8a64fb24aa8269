import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToGroupMoments, type GroupMoments, mergeGroupMoments, samplesOf } from './group-moments.ts'

const answers = fc.array(fc.tuple(fc.constantFrom('red', 'blue', 'green'), fc.integer({ min: 0, max: 6 })))
const momentsOf = (values: [string, number][]) =>
  values.reduce<GroupMoments>((groups, [group, value]) => addToGroupMoments(groups, group, value), new Map())

test('merged parts are exactly one pass, also where a group is in both', () => {
  fc.assert(
    fc.property(answers, answers, (a, b) => {
      expect(mergeGroupMoments([momentsOf(a), momentsOf(b)])).toEqual(momentsOf([...a, ...b]))
    }),
  )
})

test('a group of one has a mean and no spread', () => {
  expect(samplesOf(momentsOf([['red', 3]]), { origin: 1 })).toEqual([{ n: 1, mean: 4, sd: null }])
})
