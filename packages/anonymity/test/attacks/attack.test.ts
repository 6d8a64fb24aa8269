import { expect, test } from 'vitest'
import { attackDisplay, attackStructure } from './attack.ts'
import { companyOf } from './companies/nasty.ts'
import { countAnswerSets } from './few-answer-sets.ts'
import { publishByMarketRule } from './publishers/market-rules.ts'
import { shownAs } from './publishers/shown-as.ts'
import type { Snapshot, Truth } from './snapshot-format.ts'

const units = [
  { id: 'all', parent: null },
  { id: 'red', parent: 'all' },
  { id: 'blue', parent: 'all' },
]
const answersOf = (unit: string, answers: number[]) => ({
  unit,
  people: answers.map((answer) => ({ cut: {}, answers: [answer] })),
})
const truth = companyOf(units, [
  answersOf('red', [2, 6, 3, 7, 4, 5, 1, 6, 2, 5, 4]),
  answersOf('blue', [4, 1, 7]),
  answersOf('all', [2, 6, 5, 1]),
])
const structure = (snapshot: Snapshot, of: Truth = truth) =>
  attackStructure(snapshot, of).map(({ kind }) => kind)
const safe = publishByMarketRule(truth, 'sibling')
const withHidden = (more: object): Snapshot => ({
  ...safe,
  cells: safe.cells.map((cell) => (cell.unit === 'blue' ? { ...cell, ...more } : cell)),
})

test('a snapshot without fault has no finding', () => {
  const coarse = shownAs(units, [{ unit: 'all', n: { lo: 15, hi: 19 }, q1: { mean: { lo: 3.9, hi: 4.1 } } }])
  expect([...attackStructure(coarse, truth), ...attackDisplay(coarse, truth)]).toEqual([])
})

test('a figure on fewer answers than its threshold is found, for each statistic on its own', () => {
  const shown = shownAs(units, [{ unit: 'red', n: 11, q1: { mean: 45 / 11, fav: 5 / 11 } }])
  expect(structure(shown)).toEqual([])
  expect(structure({ ...shown, thresholds: { fav: 12 } })).toEqual(['threshold'])
  expect(
    structure(publishByMarketRule(truth, 'naive', { k: 1, decimals: null, statistics: ['mean'] })),
  ).toEqual([])
  const tiny = publishByMarketRule(truth, 'naive', { k: 3, decimals: null, statistics: ['mean'] })
  expect(structure({ ...tiny, k: 5 })).toContain('threshold')
})

test.each([{ reason: 'too few' }, { reason: null }, { n: 3 }, { invited: 3 }, { items: {} }])(
  'a hidden cell that says %o is found',
  (more) => {
    expect(structure(safe)).toEqual([])
    expect(structure(withHidden(more))).toContain('metadata')
  },
)

test('a number of answers, a mean or a spread that is not the true one is found', () => {
  const red = (n: number, mean: number, sd: number) => shownAs(units, [{ unit: 'red', n, q1: { mean, sd } }])
  const sd = Math.sqrt(40.909_090_909_090_91 / 10)
  expect(structure(red(11, 45 / 11, 1.921_173_884_569_340_5))).toEqual([])
  expect(structure(red(12, 45 / 11, 1.921_173_884_569_340_5))).toEqual(['inconsistent'])
  expect(structure(red(11, 4, sd))).toEqual(['inconsistent', 'inconsistent'])
})

test('number, mean and spread give small groups away, and large ones only at their extremes', () => {
  const range = { lo: 1, hi: 7 }
  const at = (value: number) => ({ lo: value, hi: value })
  // 1, 1, 1, 1, 7: no other five answers have their mean and spread.
  expect(countAnswerSets({ n: 5, mean: at(2.2), sd: at(Math.sqrt(7.2)) }, range, 4)).toBe(1)
  // Whole answers of five people with sum 20 and sum of squares 90: counted by hand in the test below.
  expect(countAnswerSets({ n: 5, mean: at(4), sd: at(Math.sqrt(2.5)) }, range, 100)).toBe(
    multisets(5).filter((set) => sum(set) === 20 && sum(set.map((x) => x * x)) === 90).length,
  )
  expect(countAnswerSets({ n: 40, mean: at(4), sd: { lo: 1.45, hi: 1.55 } }, range, 4)).toBe(4)
  expect(countAnswerSets({ n: 40, mean: at(7), sd: at(0) }, range, 4)).toBe(1)
  const five = companyOf(units.slice(0, 1), [answersOf('all', [1, 1, 1, 1, 7])])
  const shown = publishByMarketRule(five, 'naive', { k: 5, decimals: 2, statistics: ['mean', 'sd'] })
  expect(attackDisplay(shown, five).map(({ kind }) => kind)).toContain('moments')
})

function multisets(n: number, from = 1): number[][] {
  if (n === 0) return [[]]
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((answer) => answer >= from)
    .flatMap((answer) => multisets(n - 1, answer).map((rest) => [answer, ...rest]))
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
