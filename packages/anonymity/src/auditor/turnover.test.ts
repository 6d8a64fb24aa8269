import { expect, test } from 'vitest'
import type { Stayed } from './audit-input.ts'
import { passagesOf } from './turnover.ts'

const units = [
  { id: 'all', parent: null },
  { id: 'north', parent: 'all' },
  { id: 'red', parent: 'north' },
  { id: 'blue', parent: 'north' },
  { id: 'green', parent: 'all' },
]
const groups = ['red', 'blue', 'green']

function side(counts: readonly number[], of: readonly string[] = groups) {
  const wave = {
    id: 'w',
    units,
    blocks: [],
    cells: [],
    groups: of.map((unit, i) => ({ unit, cut: {}, respondents: counts[i] ?? 0, complete: [] })),
  }
  return { wave, counts: Int32Array.from(counts) }
}

const told = (before: readonly number[], now: readonly number[], stayed: readonly Stayed[] | null = null) =>
  passagesOf(side(before), side(now), stayed).map((way) => {
    const name = (group: number) => groups[group] ?? 'nobody'
    return `${way.people} ${name(way.before)} > ${name(way.now)}`
  })

test('as many stay as can, and the others left or joined', () => {
  expect(told([6, 5, 4], [6, 5, 6])).toEqual([
    '6 red > red',
    '5 blue > blue',
    '4 green > green',
    '2 nobody > green',
  ])
  expect(told([6, 5, 4], [6, 5, 1])).toContain('3 green > nobody')
})

test('what one team lost and its only changed neighbour won is a move, also across divisions', () => {
  expect(told([6, 5, 4], [5, 6, 4])).toContain('1 red > blue')
  expect(told([6, 5, 4], [6, 3, 6])).toContain('2 blue > green')
  expect(told([6, 5, 4], [5, 7, 4])).toEqual(expect.arrayContaining(['1 red > nobody', '2 nobody > blue']))
})

test('where it is known how many stayed, head counts are not asked', () => {
  const at = (unit: string) => ({ unit, cut: {} })
  const stayed = [
    { before: at('red'), now: at('red'), people: 4 },
    { before: at('red'), now: at('green'), people: 1 },
  ]
  expect(told([6, 0, 4], [6, 0, 4], stayed)).toEqual([
    '4 red > red',
    '1 red > green',
    '1 red > nobody',
    '4 green > nobody',
    '2 nobody > red',
    '3 nobody > green',
  ])
})

test('more people than answered can not have stayed', () => {
  const at = { unit: 'red', cut: {} }
  expect(told([3], [4], [{ before: at, now: at, people: 9 }])).toEqual(['3 red > red', '1 nobody > red'])
})

test('as many moved as can have, in whatever order their groups were counted', () => {
  const move = (before: string, now: string) => ({
    before: { unit: before, cut: {} },
    now: { unit: now, cut: {} },
    people: 1,
  })
  const stayed = [move('red', 'green'), move('red', 'blue'), move('blue', 'green')]
  const expected = ['1 red > blue', '1 blue > green']
  expect(told([1, 1, 0], [0, 1, 1], stayed).toSorted()).toEqual(expected.toSorted())
  expect(told([1, 1, 0], [0, 1, 1], stayed.toReversed()).toSorted()).toEqual(expected.toSorted())
})
