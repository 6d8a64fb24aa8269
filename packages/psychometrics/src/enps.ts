import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { Interval } from './mean-interval.ts'
import { normalQuantile } from './normal.ts'

export type Enps = {
  readonly n: number
  /** 9 and 10. */
  readonly promoters: number
  readonly passives: number
  /** 0 to 6. */
  readonly detractors: number
  /** Percent of promoters - percent of detractors, -100 to 100. */
  readonly enps: number
  /** 95 %, in the same unit; its middle lies a little nearer to 0 than the figure. */
  readonly interval: Interval
}

const z = normalQuantile(0.975)

/**
 * Employee net promoter score: how many more would recommend this place (9, 10) than would not (0 to 6). It throws away half of what
 * people said, so it needs many: the interval of a +10 is 41 points to either side at 10 answers, 15 at 100. Shown from 30 on, better 100.
 * Source: variance of a difference of two shares of one sample; adjusted Wald interval, 3/4 promoter, 3/2 passives and 3/4 detractor added,
 * Rocks (2016).
 * @param answers to "How likely are you to recommend ...", 0 to 10
 * @example enps([10, 9, 8, 3]).value.enps // 25
 */
export function enps(answers: readonly number[]): Statistic<Enps> {
  const n = answers.length
  if (n === 0) return absent('no-answers')
  const promoters = answers.filter((answer) => answer >= 9).length
  const detractors = answers.filter((answer) => answer <= 6).length
  const { score } = promoterBalance(promoters, detractors, n)
  const adjusted = promoterBalance(promoters + 0.75, detractors + 0.75, n + 3)
  return ok({
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    enps: score,
    interval: {
      lo: adjusted.score - z * adjusted.standardError,
      hi: adjusted.score + z * adjusted.standardError,
    },
  })
}

/**
 * The score and its standard error, both in percentage points.
 * @example promoterBalance(2, 1, 4).score // 25
 */
export function promoterBalance(promoters: number, detractors: number, n: number) {
  const balance = (promoters - detractors) / n
  const variance = ((promoters + detractors) / n - balance ** 2) / n
  return { score: 100 * balance, standardError: 100 * Math.sqrt(variance) }
}
