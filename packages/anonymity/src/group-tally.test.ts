import fc from 'fast-check'
import { expect, test } from 'vitest'
import { people, tallyOf, twoScales, unit } from '../test/wave.ts'
import { GroupTally } from './group-tally.ts'

const tenures = ['new', 'long', '']
const response = fc.record({
  unit: fc.nat(2),
  answers: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }),
  tenure: fc.constantFrom(...tenures),
  site: fc.constantFrom('north', 'south'),
})

function counted(responses: { unit: number; answers: number[]; tenure: string; site: string }[]) {
  const tally = new GroupTally(['all', 'a', 'b'], twoScales, ['tenure', 'site'])
  for (const { unit, answers, tenure, site } of responses) tally.add(unit, answers, [tenure, site])
  return tally
}

test('nobody answered: no groups, and nobody skipped anything', () => {
  const tally = counted([])
  expect(tally.heads('respondents').count).toHaveLength(0)
  expect([tally.nobodySkipped(0), [...tally.ownCounts('respondents')]]).toEqual([true, [0, 0, 0]])
})

test('the order of responses leaves no trace in head counts and sums', () => {
  fc.assert(
    fc.property(fc.array(response, { maxLength: 30 }), (responses) => {
      const [one, other] = [counted(responses), counted([...responses].reverse())]
      expect(other.heads('respondents')).toEqual(one.heads('respondents'))
      expect(other.heads(0)).toEqual(one.heads(0))
      for (const row of [0, 1, 2])
        expect(other.ownSums().sumsOf(row, 0, 0)).toEqual(one.ownSums().sumsOf(row, 0, 0))
    }),
  )
})

test('head counts are sorted by unit and by the names of categories; no category stands first', () => {
  const { attributes, unit, category, count } = counted([
    { unit: 1, answers: [1, 1, 1], tenure: 'new', site: 'north' },
    { unit: 1, answers: [1, 1, 1], tenure: 'long', site: 'south' },
    { unit: 0, answers: [1, 1, 1], tenure: 'new', site: 'north' },
    { unit: 1, answers: [1, 1, 1], tenure: '', site: 'north' },
    { unit: 1, answers: [1, 1, 1], tenure: 'new', site: 'north' },
  ]).heads('respondents')
  expect(attributes).toEqual([
    { name: 'tenure', categories: ['long', 'new'] },
    { name: 'site', categories: ['north', 'south'] },
  ])
  expect([[...unit], [...category], [...count]]).toEqual([
    [0, 1, 1, 1],
    [1, 0, -1, 0, 0, 1, 1, 0],
    [1, 1, 1, 2],
  ])
})

test('who left out an item is counted among all who answered, and not in its block', () => {
  const tally = tallyOf([unit('all', null, [...people(4), ...people(3, [6, null, 5])])])
  expect([
    [...tally.heads('respondents').count],
    [...tally.heads(0).count],
    [...tally.heads(1).count],
  ]).toEqual([[7], [4], [7]])
  expect([tally.nobodySkipped(0), tally.nobodySkipped(1)]).toEqual([false, true])
})
