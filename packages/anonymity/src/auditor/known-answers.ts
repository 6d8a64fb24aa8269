import { type AnswerCounts, sumsOfCounts } from './answer-counts.ts'
import type { DisplayedMeasure } from './displayed-block.ts'

export type Range = { lo: number; hi: number }

/** What is known of the answers of n people: their sum, and where it is told how many are favourable and how many gave each answer. */
export type KnownAnswers = {
  readonly n: number
  readonly sum: Range
  readonly favourable: Range | null
  /** Per answer, lowest first; empty where it is not told. */
  readonly answers: readonly Range[]
}

/** Of so many people and more the sum says nothing about how often one answer was given, short of all-highest or all-lowest. */
export const fewPeople = 12

/**
 * Draws, in place, what the numbers say of each other: the sum bounds how many answers are favourable and the reverse, every
 * one of n people gave one answer, and an answer that fits no such set was not given so often.
 * @returns false when they contradict each other
 */
export function narrow(
  { n, sum, favourable, answers }: KnownAnswers,
  told: Pick<DisplayedMeasure, 'range' | 'favourableFrom'>,
): boolean {
  const { min, max } = told.range
  const from = told.favourableFrom
  if (favourable) {
    favourable.lo = Math.max(favourable.lo, Math.ceil((sum.lo - n * (from - 1)) / (max - from + 1)))
    favourable.hi = Math.min(favourable.hi, Math.floor((sum.hi - n * min) / (from - min)))
    sum.lo = Math.max(sum.lo, favourable.lo * from + (n - favourable.lo) * min)
    sum.hi = Math.min(sum.hi, favourable.hi * max + (n - favourable.hi) * (from - 1))
    if (favourable.lo > favourable.hi) return false
  }
  if (answers.length > 0 && !narrowAnswers(n, sum, answers, min)) return false
  return sum.lo <= sum.hi
}

export function countsOf(answers: readonly Range[]): AnswerCounts {
  return { few: Int32Array.from(answers, ({ lo }) => lo), many: Int32Array.from(answers, ({ hi }) => hi) }
}

/** Whether nothing is known of how often each answer was given. */
export function isOpen(answers: readonly Range[], n: number): boolean {
  return answers.every(({ lo, hi }) => lo === 0 && hi === n)
}

function narrowAnswers(n: number, sum: Range, answers: readonly Range[], min: number): boolean {
  const certain = answers.reduce((total, { lo }) => total + lo, 0)
  const possible = answers.reduce((total, { hi }) => total + hi, 0)
  for (const count of answers) {
    const [lo, hi] = [
      Math.max(count.lo, n - (possible - count.hi)),
      Math.min(count.hi, n - (certain - count.lo)),
    ]
    count.lo = lo
    count.hi = hi
  }
  if (answers.some(({ lo, hi }) => lo > hi)) return false
  if (isOpen(answers, n)) return true
  const counts = countsOf(answers)
  const fits = () => {
    const sums = sumsOfCounts(counts, n, min)
    return sums !== null && sums.lo <= sum.hi && sums.hi >= sum.lo
  }
  if (!fits()) return false
  answers.forEach((count, at) => {
    const fitsWith = (given: number) => {
      counts.few[at] = given
      counts.many[at] = given
      return fits()
    }
    while (count.lo < count.hi && !fitsWith(count.lo)) count.lo++
    while (count.hi > count.lo && !fitsWith(count.hi)) count.hi--
    counts.few[at] = count.lo
    counts.many[at] = count.hi
  })
  const sums = sumsOfCounts(counts, n, min)
  if (!sums) return false
  sum.lo = Math.max(sum.lo, sums.lo)
  sum.hi = Math.min(sum.hi, sums.hi)
  return true
}
