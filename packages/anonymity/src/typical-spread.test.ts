import fc from 'fast-check'
import { expect, test } from 'vitest'
import { people, tallyOf, unit } from '../test/wave.ts'
import { pooledSpread, typicalSpread } from './typical-spread.ts'

const measure = { id: 'o1', type: 'outcome', min: 1, max: 7 } as const

test('nobody answered, or fewer than 30: nothing is said, and a quarter of the range is assumed', () => {
  expect(pooledSpread(tallyOf([unit('all', null)]).ownSums(), 30)).toEqual({})
  const few = pooledSpread(tallyOf([unit('all', null, people(29))]).ownSums(), 30)
  expect(few).toEqual({})
  expect(typicalSpread(few, measure)).toBe(1.5)
  expect(typicalSpread(few, { ...measure, min: 0, max: 100 })).toBe(25)
})

test('30 people who are each alone in a unit have no spread inside one', () => {
  const alone = Array.from({ length: 30 }, (_, i) => unit(`u${i}`, i === 0 ? null : 'u0', people(1)))
  expect(pooledSpread(tallyOf(alone).ownSums(), 30)).toEqual({})
})

test('everybody said the same: the spread is zero, and so is what is taken as typical', () => {
  const spread = pooledSpread(tallyOf([unit('all', null, people(30))]).ownSums(), 30)
  expect(spread).toEqual({ safety: 0, s1: 0, s2: 0, o1: 0 })
  expect(typicalSpread(spread, measure)).toBe(0)
})

test('the pooled spread is that of the deviations from each unit’s own mean', () => {
  const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 12, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(answers, { minLength: 3, maxLength: 5 }), (teams) => {
      const units = teams.map((team, i) =>
        unit(
          `u${i}`,
          i === 0 ? null : 'u0',
          team.map((value) => [4, 4, value]),
        ),
      )
      const deviations = teams.flatMap((team) => {
        const mean = team.reduce((a, b) => a + b, 0) / team.length
        return team.map((value) => (value - mean) ** 2)
      })
      const variance = deviations.reduce((a, b) => a + b, 0) / (deviations.length - teams.length)
      const { o1, s1 } = pooledSpread(tallyOf(units).ownSums(), 30)
      expect(Math.abs((o1 ?? Number.NaN) - Math.sqrt(variance))).toBeLessThanOrEqual(0.005 + 1e-9)
      expect(s1).toBe(0)
    }),
  )
})
