import fc from 'fast-check'
import { expect, test } from 'vitest'
import { teamShrinkage } from './team-shrinkage.ts'

test('no teams, and teams without any spread, have no positions', () => {
  expect(teamShrinkage([], { between: 1, within: 1 })).toEqual({
    ok: false,
    error: { code: 'too-few-groups' },
  })
  expect(teamShrinkage([{ n: 5, mean: 4 }], { between: 0, within: 0 })).toEqual({
    ok: false,
    error: { code: 'no-spread' },
  })
})

test('where teams do not differ, all stand at the centre, with nothing left to rank', () => {
  const teams = [
    { n: 5, mean: 2 },
    { n: 15, mean: 6 },
  ]
  const shrunk = teamShrinkage(teams, { between: 0, within: 2 })
  expect(shrunk.ok && shrunk.value.teams).toEqual([
    { reliability: 0, mean: 5, sd: 0 },
    { reliability: 0, mean: 5, sd: 0 },
  ])
})

test('a team is moved towards the centre, never past it, and the smaller of two the further', () => {
  const teams = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 99 }), mean: fc.double({ min: 1, max: 7, noNaN: true }) }),
    { minLength: 2 },
  )
  fc.assert(
    fc.property(teams, (given) => {
      const shrunk = teamShrinkage(given, { between: 0.1, within: 1 })
      if (!shrunk.ok) throw new Error(shrunk.error.code)
      const { centre } = shrunk.value
      given.forEach(({ n, mean }, i) => {
        const position = shrunk.value.teams[i]
        if (!position) throw new Error('each team has a position')
        expect(Math.abs(position.mean - centre)).toBeLessThanOrEqual(Math.abs(mean - centre) + 1e-12)
        expect((position.mean - centre) * (mean - centre)).toBeGreaterThanOrEqual(0)
        expect(position.reliability).toBeCloseTo(n / (n + 10), 12)
      })
    }),
  )
})
