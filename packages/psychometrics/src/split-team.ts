import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { ValueCounts } from './answer-counts.ts'
import { agreementLimit, averageDeviation } from './average-deviation.ts'
import { sumOf } from './matrix.ts'

export type TeamSplit = {
  readonly averageDeviation: number
  /** Average deviation above a sixth of the points. */
  readonly wide: boolean
  /** A third of the team or more in each outer third of the scale, and fewer between than at either end. */
  readonly twoEnds: boolean
  /** Either of the two: the mean stands for hardly anybody. */
  readonly split: boolean
  /** People below, at and above the middle of the scale: show them only where each side reaches the minimum. */
  readonly sides: { readonly below: number; readonly middle: number; readonly above: number }
}

/**
 * Whether a team falls into two camps, so that its mean misleads, and how many stand on each side.
 * From 5 people; of fewer, chance makes camps.
 * Source: AD limit of Burke & Dunlap (2002); the two ends are a rule of our own, which sees camps too near each other for that limit.
 * @param scores how often each scale score occurs in the team
 * @param range lowest and highest possible score
 * @returns absent below two people
 * @example splitTeam(new Map([[2, 4], [6, 3]]), { min: 1, max: 7 }).value.sides // { below: 4, middle: 0, above: 3 }
 */
export function splitTeam(scores: ValueCounts, range: { min: number; max: number }): Statistic<TeamSplit> {
  const n = sumOf([...scores.values()])
  if (n === 0) return absent('no-answers')
  const deviation = averageDeviation({ n, items: [new Map(scores)] }, 'mean')
  if (!deviation.ok) return deviation

  const middle = (range.min + range.max) / 2
  const third = (range.max - range.min) / 3
  const people = (wanted: (score: number) => boolean) =>
    sumOf([...scores].filter(([score]) => wanted(score)).map(([, times]) => times))
  const low = people((score) => score <= range.min + third)
  const high = people((score) => score >= range.max - third)
  const fewerEnd = Math.min(low, high)
  const wide = deviation.value > agreementLimit(range.max - range.min + 1)
  const twoEnds = fewerEnd >= n / 3 && n - low - high < fewerEnd
  return ok({
    averageDeviation: deviation.value,
    wide,
    twoEnds,
    split: wide || twoEnds,
    sides: {
      below: people((score) => score < middle),
      middle: people((score) => score === middle),
      above: people((score) => score > middle),
    },
  })
}
