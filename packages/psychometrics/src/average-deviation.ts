import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { type AnswerCounts, type ValueCounts, valuesOf } from './answer-counts.ts'
import { sumOf } from './matrix.ts'
import { quantileSorted } from './quantile.ts'

/**
 * How far answers lie from the middle of their group on average, in scale points, averaged over the items: the plainest
 * number for agreement, and the best one to show to people. 0 = everybody said the same. From 5 people.
 * Source: Burke, Finkelstein & Dusig (1999); R multilevel::ad.m.
 * @param counts of a group's answers to the items
 * @param middle mean, or median, of each item
 * @returns absent below two people
 * @example averageDeviation([2, 4, 4, 6].reduce((counts, x) => addToAnswerCounts(counts, [x]), noAnswerCounts(1)), 'mean').value // 1
 */
export function averageDeviation(counts: AnswerCounts, middle: 'mean' | 'median'): Statistic<number> {
  if (counts.n === 0) return absent('no-answers')
  if (counts.n === 1) return absent('one-answer')
  if (counts.items.length === 0) return absent('too-few-items')
  return ok(sumOf(counts.items.map((values) => deviationOf(values, middle))) / counts.items.length)
}

/**
 * The average deviation up to which a group is said to agree: a sixth of the possible answers.
 * Source: Burke & Dunlap (2002), practical significance.
 * @param points number of possible answers A
 * @example agreementLimit(7) // 1.17
 */
export function agreementLimit(points: number): number {
  return points / 6
}

function deviationOf(counts: ValueCounts, middle: 'mean' | 'median'): number {
  const values = valuesOf(counts)
  const centre = middle === 'mean' ? sumOf(values) / values.length : (quantileSorted(values, 0.5) ?? 0)
  return sumOf(values.map((value) => Math.abs(value - centre))) / values.length
}
