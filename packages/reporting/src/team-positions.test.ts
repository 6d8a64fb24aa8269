import { teamShrinkage } from '@chorus/psychometrics/team-shrinkage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TeamField, teamField, teamPosition } from './team-positions.ts'

const team = (mean: number, n = 7, sd = 1) => ({ n, mean, sd })
const spreadOut = [3, 3.5, 4, 4, 4.5, 4.5, 5, 5, 5.5, 6].map((mean) => team(mean))
const field: TeamField = { teams: 10, centre: 4.5, between: 0.5, within: 1 }

test('fewer than ten teams are no field', () => {
  expect(teamField(spreadOut.slice(1))).toBe(null)
  expect(teamField(spreadOut)?.teams).toBe(10)
})

test('teams that all say the same, as one person does, are no field', () => {
  expect(teamField(spreadOut.map(() => team(5, 7, 0)))).toBe(null)
})

test('where teams differ less than chance makes them, nobody stands higher or lower', () => {
  const alike = teamField(spreadOut.map(({ n }) => team(4.5, n)))
  expect(alike?.between).toBe(0)
  expect(alike && teamPosition(team(6), alike, 'number')).toEqual({ word: 'alike', shrunken: null })
})

test('a position is that of the shrinkage over all teams', () => {
  const all = teamField(spreadOut)
  if (!all) throw new Error('no field')
  const shrinkage = teamShrinkage(spreadOut, all)
  spreadOut.forEach((one, i) => {
    expect(teamPosition(one, all, 'number')?.shrunken?.mean).toBeCloseTo(
      (shrinkage.ok && shrinkage.value.teams[i]?.mean) || 0,
      12,
    )
  })
})

test('by hand: seven answers at 6 of a field at 4.5', () => {
  // lambda = .5 / (.5 + 1/7) = .777778; 4.5 + lambda 1.5 = 5.666667; sd = sqrt(.5 (1 - lambda)) = 1/3.
  const position = teamPosition(team(6), field, 'number')
  expect(position?.word).toBe('higher')
  expect(position?.shrunken?.mean).toBeCloseTo(5.666667, 6)
  expect(position?.shrunken?.interval.lo).toBeCloseTo(5.666667 - 1.959964 / 3, 6)
})

test('few answers have a word and no number, a protected team has neither', () => {
  expect(teamPosition(team(6), field, 'word')).toEqual({ word: 'higher', shrunken: null })
  expect(teamPosition(team(6), field, 'nothing')).toBe(null)
})

test('a position lies between the centre and the own mean, and nearer to the mean the more answered', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 7, noNaN: true }), fc.integer({ min: 5, max: 200 }), (mean, n) => {
      const at = (size: number) => teamPosition(team(mean, size), field, 'number')?.shrunken?.mean ?? 0
      const own = Math.abs(mean - field.centre)
      expect(Math.abs(at(n) - field.centre)).toBeLessThanOrEqual(own + 1e-12)
      expect(Math.abs(at(n) - mean)).toBeGreaterThanOrEqual(Math.abs(at(n + 1) - mean) - 1e-12)
    }),
  )
})
