import { expect, test } from 'vitest'
import { leafTeams } from './leaf-teams.ts'

const means = [3, 3.5, 4, 4, 4.5, 4.5, 5, 5, 5.5, 6]
const named = (values: number[], offset = 0) =>
  new Map(values.map((mean, i) => [`team-${i + offset}`, { n: 7, mean, sd: 1 }]))

test('nobody shown is no field and no pairs', () => {
  const teams = leafTeams(['a'], new Map())
  expect(teams.fieldOf('safety')).toBe(null)
  expect(teams.pairs('safety', 'standards')).toEqual([])
  expect(teams.isLeaf.has('a')).toBe(true)
})

test('ten shown teams are a field, nine are not', () => {
  expect(leafTeams([], new Map([['safety', named(means)]])).fieldOf('safety')?.teams).toBe(10)
  expect(leafTeams([], new Map([['safety', named(means.slice(1))]])).fieldOf('safety')).toBe(null)
})

test('only teams in which both scales are shown are a pair', () => {
  const samples = new Map([
    ['safety', named([3, 4, 5])],
    ['standards', named([5, 6, 7], 1)],
  ])
  expect(leafTeams([], samples).pairs('safety', 'standards')).toEqual([
    [4, 5],
    [5, 6],
  ])
})
